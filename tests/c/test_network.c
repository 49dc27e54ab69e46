/* Gradients against central differences, weight by weight. */
#include <stdlib.h>

#include "check.h"
#include "spiral_lab.h"

enum { SAMPLES = 9 };

static sl_trainer *make(const double *units, int layers, int classes) {
    sl_settings settings;
    sl_dataset *data;
    sl_trainer *trainer;
    sl_settings_init(&settings);
    settings.points = 5;
    settings.classes = classes;
    settings.batch_size = SAMPLES;
    settings.seed = 3;
    CHECK_INT(sl_settings_set_layers(&settings, units, layers), SL_OK);
    CHECK_INT(sl_dataset_create(&settings, &data), SL_OK);
    CHECK_INT(sl_trainer_create(&settings, data, &trainer), SL_OK);
    sl_dataset_free(data);
    return trainer;
}

/* Every weight of the network: |analytic - numeric| against the largest gradient. Gives the sum of
 * |numeric|, so that zeros cannot pass for a match. */
static double largest_gap(sl_trainer *trainer, int classes, float *gradients, double *numeric_sum) {
    int32_t count = sl_trainer_parameters(trainer);
    float *weights = malloc((size_t)count * sizeof *weights),
          *scratch = malloc((size_t)count * sizeof *scratch);
    float x[2 * SAMPLES];
    uint8_t y[SAMPLES];
    sl_random random;
    double gap = 0.0, largest = 0.0;

    sl_random_seed(&random, 12); /* draws that keep every sum away from ReLU's kink */
    for (int i = 0; i < 2 * SAMPLES; i++) x[i] = (float)sl_random_uniform(&random, -2, 2);
    for (int i = 0; i < SAMPLES; i++) y[i] = (uint8_t)(i % classes);
    sl_trainer_get_weights(trainer, weights);
    for (int32_t i = 0; i < count; i++) weights[i] += (float)sl_random_uniform(&random, -0.2, 0.2);
    sl_trainer_set_weights(trainer, weights);
    sl_trainer_gradients(trainer, gradients, x, y, SAMPLES);

    *numeric_sum = 0.0;
    for (int32_t i = 0; i < count; i++) {
        const float kept = weights[i], step = 3e-4f;
        double loss[2], width;
        float ends[2] = {kept + step, kept - step};
        for (int side = 0; side < 2; side++) {
            weights[i] = ends[side];
            sl_trainer_set_weights(trainer, weights);
            loss[side] = sl_trainer_gradients(trainer, scratch, x, y, SAMPLES);
        }
        weights[i] = kept;
        width = (double)ends[0] - (double)ends[1];
        double numeric = (loss[0] - loss[1]) / width;
        *numeric_sum += fabs(numeric);
        largest = fmax(largest, fabs(numeric));
        gap = fmax(gap, fabs(numeric - (double)gradients[i]));
    }
    sl_trainer_set_weights(trainer, weights);
    free(weights);
    free(scratch);
    return gap / largest;
}

static void check_gradients(const double *units, int layers, int classes) {
    sl_trainer *trainer = make(units, layers, classes);
    float *gradients = malloc((size_t)sl_trainer_parameters(trainer) * sizeof *gradients);
    double sum;
    CHECK_NEAR(largest_gap(trainer, classes, gradients, &sum), 0.0, 0.01);
    CHECK(sum > 0.1);
    free(gradients);
    sl_trainer_free(trainer);
}

static void gradients_agree_with_central_differences(void) {
    const double one[] = {5}, two[] = {7, 4}, four[] = {8, 6, 5, 3};
    check_gradients(NULL, 0, 3);
    check_gradients(one, 1, 2);
    check_gradients(two, 2, 3);
    check_gradients(four, 4, 5);
}

static void weights_come_back_as_they_were_set(void) {
    const double units[] = {5, 3};
    sl_trainer *trainer = make(units, 2, 3);
    enum { COUNT = 3 * 5 + 6 * 3 + 4 * 3 };
    float set[COUNT], got[COUNT];
    CHECK_INT(sl_trainer_parameters(trainer), COUNT);
    for (int i = 0; i < COUNT; i++) set[i] = (float)i;
    sl_trainer_set_weights(trainer, set);
    sl_trainer_get_weights(trainer, got);
    CHECK_INT(memcmp(set, got, sizeof set), 0);
    sl_trainer_free(trainer);
}

static void probabilities_sum_to_one(void) {
    const double units[] = {6};
    sl_trainer *trainer = make(units, 1, 5);
    enum { POINTS = 130 }; /* more than two blocks of prediction */
    float x[2 * POINTS], p[5 * POINTS], alone[5];
    uint8_t classes[POINTS];
    for (int i = 0; i < 2 * POINTS; i++)
        x[i] = (float)(i % 17) * 30.0f - 200.0f; /* far out: large logits */
    sl_trainer_predict(trainer, p, classes, x, POINTS);
    for (int i = 0; i < POINTS; i++) {
        double sum = 0.0;
        for (int j = 0; j < 5; j++) {
            sum += (double)p[5 * i + j];
            CHECK(p[5 * i + classes[i]] >= p[5 * i + j]);
        }
        CHECK_NEAR(sum, 1.0, 1e-6);
        sl_trainer_predict(trainer, alone, NULL, x + 2 * i, 1);
        CHECK_INT(memcmp(alone, p + 5 * i, sizeof alone), 0);
    }
    sl_trainer_free(trainer);
}

static void a_grid_is_its_points(void) {
    const double units[] = {6};
    sl_trainer *trainer = make(units, 1, 3);
    enum { COLUMNS = 7, ROWS = 11 };
    uint8_t grid[ROWS * COLUMNS], one;
    sl_trainer_predict_grid(trainer, NULL, grid, -1.5, 2.0, -1.0, 3.0, COLUMNS, ROWS);
    for (int r = 0; r < ROWS; r++) {
        for (int c = 0; c < COLUMNS; c++) {
            float point[2] = {(float)(-1.5 + c * (3.5 / 6)), (float)(-1.0 + r * 0.4)};
            if (c == COLUMNS - 1) point[0] = 2.0f;
            if (r == ROWS - 1) point[1] = 3.0f;
            sl_trainer_predict(trainer, NULL, &one, point, 1);
            CHECK_INT(grid[r * COLUMNS + c], one);
        }
    }
    sl_trainer_free(trainer);
}

int main(void) {
    gradients_agree_with_central_differences();
    weights_come_back_as_they_were_set();
    probabilities_sum_to_one();
    a_grid_is_its_points();
    return check_verdict();
}
