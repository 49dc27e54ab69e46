#include "check.h"
#include "wasm.h"

static void the_defaults_are_the_article_run(void)
{
    sl_settings s;
    sl_settings_init(&s);
    CHECK_INT(sl_settings_check(&s), SL_OK);
    CHECK_INT(s.classes, 3);
    CHECK_INT(s.points, 500);
    CHECK_INT(s.hidden_layers, 4);
    CHECK_INT(s.units[0], 128);
    CHECK_INT(s.units[3], 16);
    CHECK_NEAR(s.learning_rate, 0.01, 0.0);
    CHECK_INT(s.batch_size, 32);
    CHECK_INT(s.epochs, 50);
}

/* Just inside and just outside of every row's range, NaN, and fractions where whole numbers belong.
 */
static void every_setting_is_bounded(void)
{
    for (int i = 0; i < sl_setting_count(); i++) {
        double low = sl_setting_minimum(i), high = sl_setting_maximum(i);
        double bad[] = {low - 1, high + 1, NAN, INFINITY, -INFINITY, 1e300};
        sl_settings s;
        sl_settings_init(&s);
        CHECK_INT(sl_settings_set(&s, i, low), SL_OK);
        CHECK_NEAR(sl_settings_get(&s, i), low, 0.0);
        CHECK_INT(sl_settings_set(&s, i, high), SL_OK);
        for (int j = 0; j < 6; j++) CHECK_INT(sl_settings_set(&s, i, bad[j]), sl_setting_status(i));
        if (sl_setting_kind(i) != SL_NUMBER)
            CHECK_INT(sl_settings_set(&s, i, high - 0.5), sl_setting_status(i));
        CHECK_NEAR(sl_settings_get(&s, i), high, 0.0); /* nothing was lost */
        CHECK_TEXT(sl_status_name(sl_setting_status(i)), sl_setting_name(i));
        CHECK_INT(sl_settings_check(&s), SL_OK);
        const sl_kind kind = sl_setting_kind(i);
        CHECK_INT((sl_setting_choice(i, 0) != NULL), kind == SL_CHOICE || kind == SL_SET);
        CHECK(sl_setting_choice(i, -1) == NULL);
    }
}

static int choices_of(int index)
{
    int count = 0;
    while (sl_setting_choice(index, count)) count++;
    return count;
}

/* A choice's greatest value is its last name, a set's has all of them. */
static void choices_have_as_many_names_as_values(void)
{
    int sets = 0;
    for (int i = 0; i < sl_setting_count(); i++) {
        const sl_kind kind = sl_setting_kind(i);
        if (kind == SL_CHOICE) CHECK_INT(choices_of(i) - 1, sl_setting_maximum(i));
        if (kind == SL_SET) CHECK_INT((1 << choices_of(i)) - 1, sl_setting_maximum(i));
        sets += kind == SL_SET;
    }
    CHECK_INT(sets, 1);
}

static void a_bad_struct_is_found_out(void)
{
    sl_settings s;
    sl_settings_init(&s);
    s.learning_rate = NAN;
    CHECK_INT(sl_settings_check(&s), SL_ERROR_LEARNING_RATE);
    sl_settings_init(&s);
    s.units[2] = 0;
    CHECK_INT(sl_settings_check(&s), SL_ERROR_UNITS);
    s.features = 0;
    CHECK_INT(sl_settings_check(&s), SL_ERROR_FEATURES);
    s.features = 3;
    s.hidden_layers = -1;
    CHECK_INT(sl_settings_check(&s), SL_ERROR_LAYERS);
}

static void layers_are_bounded(void)
{
    const double good[] = {1, SL_MAX_UNITS}, zero[] = {5, 0}, huge[] = {1e6}, half[] = {2.5};
    sl_settings s;
    sl_settings_init(&s);
    CHECK_INT(sl_settings_set_layers(&s, good, NULL, 2), SL_OK);
    CHECK_INT(sl_settings_set_layers(&s, zero, NULL, 2), SL_ERROR_UNITS);
    CHECK_INT(sl_settings_set_layers(&s, huge, NULL, 1), SL_ERROR_UNITS);
    CHECK_INT(sl_settings_set_layers(&s, half, NULL, 1), SL_ERROR_UNITS);
    CHECK_INT(sl_settings_set_layers(&s, good, NULL, SL_MAX_HIDDEN_LAYERS + 1), SL_ERROR_LAYERS);
    CHECK_INT(sl_settings_set_layers(&s, good, NULL, -1), SL_ERROR_LAYERS);
    CHECK_INT(s.hidden_layers, 2);
    CHECK_INT(s.units[1], SL_MAX_UNITS);
    CHECK_INT(sl_settings_set_layers(&s, NULL, NULL, 0), SL_OK);
    CHECK_INT(s.hidden_layers, 0);
}

static void a_layer_may_have_an_activation_of_its_own(void)
{
    const double units[] = {4, 4}, own[] = {SL_TANH, SL_DEFAULT_ACTIVATION}, bad[] = {6, 0};
    sl_settings s;
    sl_settings_init(&s);
    CHECK_INT(sl_settings_set_layers(&s, units, bad, 2), SL_ERROR_ACTIVATION);
    CHECK_INT(s.hidden_layers, 4);
    CHECK_INT(sl_settings_set_layers(&s, units, own, 2), SL_OK);
    CHECK_INT(s.activations[0], SL_TANH);
    CHECK_INT(s.activations[1], SL_DEFAULT_ACTIVATION);
    s.activations[1] = 17;
    CHECK_INT(sl_settings_check(&s), SL_ERROR_ACTIVATION);
}

static void the_points_of_each_class_are_judged(void)
{
    const double three[] = {500, 100, 20}, zero[] = {5, 0}, huge[] = {5, 1e9}, half[] = {2.5, 2};
    const double many[SL_MAX_CLASSES + 1] = {1, 1};
    sl_settings s;
    sl_settings_init(&s);
    CHECK_INT(sl_settings_set_points(&s, three, 3), SL_OK);
    CHECK_INT(s.point_counts, 3);
    CHECK_INT(s.points_of[2], 20);
    CHECK_INT(sl_settings_set_points(&s, zero, 2), SL_ERROR_POINTS);
    CHECK_INT(sl_settings_set_points(&s, huge, 2), SL_ERROR_POINTS);
    CHECK_INT(sl_settings_set_points(&s, half, 2), SL_ERROR_POINTS);
    CHECK_INT(sl_settings_set_points(&s, many, 0), SL_ERROR_POINT_COUNTS);
    CHECK_INT(sl_settings_set_points(&s, many, NAN), SL_ERROR_POINT_COUNTS);
    CHECK_INT(sl_settings_set_points(&s, many, SL_MAX_CLASSES + 1), SL_ERROR_POINT_COUNTS);
    CHECK_INT(s.point_counts, 3);
    CHECK_INT(s.points_of[1], 100);
    CHECK_INT(sl_settings_check(&s), SL_OK);

    s.classes = 4; /* the counts can be set first */
    CHECK_INT(sl_settings_check(&s), SL_ERROR_POINT_COUNTS);
    s.dataset = SL_GIVEN; /* has points of its own */
    CHECK_INT(sl_settings_check(&s), SL_OK);
    s.dataset = SL_MOONS;
    CHECK_INT(sl_settings_check(&s), SL_ERROR_POINT_COUNTS);
    CHECK_INT(sl_settings_set_points(&s, three, 2), SL_OK);
    CHECK_INT(sl_settings_check(&s), SL_OK);
    s.points_of[1] = 0;
    CHECK_INT(sl_settings_check(&s), SL_ERROR_POINTS);

    CHECK_INT(sl_settings_set_points(&s, three + 1, 1), SL_OK); /* one for all */
    CHECK_INT(s.point_counts, 0);
    CHECK_INT(s.points, 100);
    CHECK_INT(sl_settings_set_points(&s, three, 2), SL_OK);
    CHECK_INT(sl_settings_set(&s, 2, 7), SL_OK);
    CHECK_TEXT(sl_setting_name(2), "points");
    CHECK_INT(s.point_counts, 0);
}

static void classification_has_room_for_four_clusters(void)
{
    static const struct {
        int classes, clusters;
        sl_status status;
    } cases[] = {{2, 1, SL_OK},
                 {2, 2, SL_OK},
                 {3, 1, SL_OK},
                 {4, 1, SL_OK},
                 {3, 2, SL_ERROR_CLUSTERS},
                 {5, 1, SL_ERROR_CLUSTERS}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sl_settings s;
        sl_settings_init(&s);
        s.classes = cases[i].classes;
        s.clusters_per_class = cases[i].clusters;
        CHECK_INT(sl_settings_check(&s), SL_OK);
        s.dataset = SL_CLASSIFICATION;
        CHECK_INT(sl_settings_check(&s), cases[i].status);
    }
}

static void every_status_has_its_texts(void)
{
    for (int i = 0; i < sl_status_count(); i++) {
        CHECK(strlen(sl_status_name(i)) > 1);
        CHECK(strlen(sl_status_message(i)) > 10);
        for (int j = 0; j < i; j++) CHECK(strcmp(sl_status_name(i), sl_status_name(j)) != 0);
    }
    CHECK_TEXT(sl_status_name(-1), "memory");
    CHECK_TEXT(sl_status_name(sl_status_count()), "memory");
}

int main(void)
{
    the_defaults_are_the_article_run();
    every_setting_is_bounded();
    choices_have_as_many_names_as_values();
    a_bad_struct_is_found_out();
    layers_are_bounded();
    a_layer_may_have_an_activation_of_its_own();
    the_points_of_each_class_are_judged();
    classification_has_room_for_four_clusters();
    every_status_has_its_texts();
    return check_verdict();
}
