#include "check.h"
#include "spiral_lab.h"

static void the_article_spirals_are_numpys(void) {
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

static void the_smallest_data_set_is_made(void) {
    sl_settings settings;
    sl_dataset *data;
    sl_settings_init(&settings);
    settings.points = 1;
    settings.classes = 2;
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK_INT(sl_dataset_samples(data), 2);
    sl_dataset_free(data);
}

static void bad_settings_make_nothing(void) {
    sl_settings settings;
    sl_dataset *data = (sl_dataset *)&settings;
    sl_settings_init(&settings);
    settings.points = 10000000;
    CHECK_INT(sl_dataset_create(&settings, &data), SL_ERROR_POINTS);
    CHECK(data == NULL);
}

static void given_points_are_judged(void) {
    float x[4] = {0, 1, 2, 3};
    uint8_t y[2] = {0, 1};
    sl_dataset *data;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_OK);
    CHECK(sl_dataset_x(data) != x && sl_dataset_x(data)[3] == 3.0f);
    sl_dataset_free(data);

    CHECK_INT(sl_dataset_from_points(x, y, 0, 2, &data), SL_ERROR_SAMPLES);
    CHECK_INT(sl_dataset_from_points(x, y, SL_MAX_SAMPLES + 1, 2, &data), SL_ERROR_SAMPLES);
    CHECK_INT(sl_dataset_from_points(x, y, 2, 1, &data), SL_ERROR_CLASSES);
    CHECK_INT(sl_dataset_from_points(x, y, 2, 11, &data), SL_ERROR_CLASSES);
    y[1] = 2;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_ERROR_POINTS_Y);
    y[1] = 1;
    x[3] = INFINITY;
    CHECK_INT(sl_dataset_from_points(x, y, 2, 2, &data), SL_ERROR_POINTS_X);
    CHECK(data == NULL);
    sl_dataset_free(NULL);
}

int main(void) {
    the_article_spirals_are_numpys();
    the_smallest_data_set_is_made();
    bad_settings_make_nothing();
    given_points_are_judged();
    return check_verdict();
}
