#include "check.h"
#include "spiral_lab.h"

static void the_article_spirals_are_numpys(void)
{
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK_INT(sl_dataset_samples(data), 1500);
    CHECK_INT(sl_dataset_classes(data), 3);

    const float *x = sl_dataset_x(data);
    CHECK(x[0] == 0.0f && x[1] == 0.0f);
    CHECK(x[2] == (float)-0.00022862986887397106 && x[3] == (float)0.001990923532278284);
    CHECK(x[2998] == (float)-0.746408511113369 && x[2999] == (float)0.6654880423700517);
    for (int i = 0; i < 1500; i++) CHECK_INT(sl_dataset_y(data)[i], i / 500);
    sl_dataset_free(data);
}

static void the_smallest_data_set_is_made(void)
{
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    settings.points = 1;
    settings.classes = 2;
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK_INT(sl_dataset_samples(data), 2);
    sl_dataset_free(data);
}

static void bad_settings_make_nothing(void)
{
    sl_settings settings;
    sl_dataset *data = (sl_dataset *)&settings;
    sl_settings_init(&settings);
    settings.points = 10000000;
    CHECK_INT(sl_dataset_create(&settings, &data), SL_ERROR_POINTS);
    CHECK(data == NULL);
}

static sl_dataset *make(sl_dataset_kind kind, int classes, int32_t samples, double noise, int seed)
{
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    settings.dataset = kind;
    settings.classes = classes;
    settings.noise = noise;
    settings.data_seed = seed;
    CHECK_INT(sl_dataset_create_sized(&settings, samples, &data), SL_OK);
    return data;
}

static void check_head(sl_dataset *data, const double *x, const uint8_t *y, int count)
{
    for (int i = 0; i < 2 * count; i++) CHECK_NEAR((double)sl_dataset_x(data)[i], x[i], 1e-6);
    for (int i = 0; i < count; i++) CHECK_INT(sl_dataset_y(data)[i], y[i]);
    sl_dataset_free(data);
}

/* From scikit-learn 1.2.1. */
static void moons_circles_and_blobs_are_scikit_learns(void)
{
    static const double moons[] = {-0.9142154085228735, 0.2284023391811991, -0.6450254306462071,
                                   1.330169741096021};
    static const double circles[] = {0.9436504285120554, -0.4445099636218887, -0.8199111301540615,
                                     -0.3269428080527686};
    static const double blobs[] = {-0.4253814894069547,  -3.5521747155757954, -6.107097205097412,
                                   -0.48465945543949607, 0.1322690230128648,  -1.322016417291909};
    static const uint8_t two[] = {0, 0}, four[] = {1, 0, 3};
    check_head(make(SL_MOONS, 3, 101, 0.25, 5), moons, two, 2);
    check_head(make(SL_CIRCLES, 3, 101, 0.25, 5), circles, two, 2);
    check_head(make(SL_BLOBS, 4, 100, 0.0, 9), blobs, four, 3);
}

/* From NumPy 1.24.2 and scikit-learn 1.2.1. */
static void there_may_be_twenty_classes(void)
{
    static const double blobs[] = {3.9337407886, 2.4031692776,  -4.9375523315, 1.2463372476,
                                   3.7289999986, -0.2377099858, -1.4245476332, 1.9854130272};
    static const uint8_t head[] = {18, 0, 11, 10}, tail[] = {15, 14};
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    settings.dataset = SL_BLOBS;
    settings.classes = 20;
    settings.cluster_std = 0.5;
    settings.data_seed = 9;
    CHECK_INT(sl_dataset_create_sized(&settings, 100, &data), SL_OK);
    CHECK_INT(sl_dataset_classes(data), 20);
    CHECK_INT(memcmp(sl_dataset_y(data) + 98, tail, sizeof tail), 0);
    check_head(data, blobs, head, 4);

    data = make(SL_SPIRALS, 20, 20 * 25, 0.2, 3);
    const float *x = sl_dataset_x(data);
    CHECK_NEAR((double)x[998], -0.8767344840, 1e-7);
    CHECK_NEAR((double)x[999], -0.4809746818, 1e-7);
    CHECK_INT(sl_dataset_y(data)[499], 19);
    sl_dataset_free(data);
}

static void every_kind_has_its_classes(void)
{
    sl_settings settings;
    sl_dataset *data;
    for (int kind = SL_SPIRALS; kind <= SL_BLOBS; kind++) {
        int counts[5] = {0};
        sl_settings_init(&settings);
        settings.dataset = kind;
        settings.classes = 5;
        settings.points = 7;
        CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
        int classes = kind == SL_SPIRALS || kind == SL_BLOBS ? 5 : 2;
        CHECK_INT(sl_dataset_classes(data), classes);
        CHECK_INT(sl_dataset_samples(data), 7 * classes);
        for (int i = 0; i < 7 * classes; i++) counts[sl_dataset_y(data)[i]]++;
        for (int j = 0; j < classes; j++) CHECK_INT(counts[j], 7);
        sl_dataset_free(data);
    }
    sl_settings_init(&settings);
    CHECK_INT(sl_dataset_create_sized(&settings, 100, &data), SL_ERROR_SAMPLES); /* of 3 spirals */
    CHECK_INT(sl_dataset_create_sized(&settings, 0, &data), SL_ERROR_SAMPLES);
}

static void a_grid_is_numpys_meshgrid(void)
{
    float x[12];
    sl_grid_points(x, -1, 1, 0, 3, 3, 2);
    const float expected[] = {-1, 0, 0, 0, 1, 0, -1, 3, 0, 3, 1, 3};
    for (int i = 0; i < 12; i++) CHECK(x[i] == expected[i]);
    CHECK_NEAR(sl_linspace(0.1, 0.7, 4, 2), 0.1 + 2 * ((0.7 - 0.1) / 3), 0.0);
    CHECK_NEAR(sl_linspace(0.1, 0.7, 4, 3), 0.7, 0.0);
    CHECK_NEAR(sl_linspace(5, 6, 1, 0), 5, 0.0);
}

static void given_points_are_judged(void)
{
    float x[4] = {0, 1, 2, 3};
    uint8_t y[2] = {0, 1};
    sl_dataset *data;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_OK);
    CHECK(sl_dataset_x(data) != x && sl_dataset_x(data)[3] == 3.0f);
    sl_dataset_free(data);

    CHECK_INT(sl_dataset_from_points(x, y, 0, 2, &data), SL_ERROR_SAMPLES);
    CHECK_INT(sl_dataset_from_points(x, y, SL_MAX_SAMPLES + 1, 2, &data), SL_ERROR_SAMPLES);
    CHECK_INT(sl_dataset_from_points(x, y, 2, 1, &data), SL_ERROR_CLASSES);
    CHECK_INT(sl_dataset_from_points(x, y, 2, SL_MAX_CLASSES + 1, &data), SL_ERROR_CLASSES);
    y[1] = 2;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_ERROR_POINTS_Y);
    y[1] = 1;
    x[3] = INFINITY;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_ERROR_POINTS_X);
    CHECK(data == NULL);
    sl_dataset_free(NULL);
}

int main(void)
{
    the_article_spirals_are_numpys();
    the_smallest_data_set_is_made();
    bad_settings_make_nothing();
    moons_circles_and_blobs_are_scikit_learns();
    there_may_be_twenty_classes();
    every_kind_has_its_classes();
    a_grid_is_numpys_meshgrid();
    given_points_are_judged();
    return check_verdict();
}
