#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "spiral_lab.h"

struct sl_dataset {
    int32_t samples, classes;
    float *x;   /* [samples][2] */
    uint8_t *y; /* [samples] */
};

static sl_status allocate(int32_t samples, int32_t classes, sl_dataset **out) {
    sl_dataset *dataset = malloc(sizeof *dataset);
    *out = NULL;
    if (!dataset) return SL_ERROR_MEMORY;
    dataset->samples = samples;
    dataset->classes = classes;
    dataset->x = malloc((size_t)samples * 2 * sizeof *dataset->x);
    dataset->y = malloc((size_t)samples * sizeof *dataset->y);
    if (!dataset->x || !dataset->y) {
        sl_dataset_free(dataset);
        return SL_ERROR_MEMORY;
    }
    *out = dataset;
    return SL_OK;
}

/* Element i of numpy.linspace(start, stop, n). */
static double linspace(double start, double stop, int32_t n, int32_t i) {
    if (n == 1) return start;
    return i == n - 1 ? stop : i * ((stop - start) / (n - 1)) + start;
}

static void fill_spirals(const sl_settings *settings, sl_dataset *dataset) {
    int32_t n = (int32_t)settings->points;
    sl_random random;
    sl_random_seed(&random, (uint32_t)settings->data_seed);

    for (int32_t j = 0; j < dataset->classes; j++) {
        for (int32_t i = 0; i < n; i++) {
            double r = linspace(0.0, 1.0, n, i);
            double t = linspace(j * settings->turn, (j + 1) * settings->turn, n, i) +
                       sl_random_randn(&random) * settings->noise;
            int32_t sample = j * n + i;
            dataset->x[2 * sample] = (float)(r * sl_sin(t));
            dataset->x[2 * sample + 1] = (float)(r * sl_cos(t));
            dataset->y[sample] = (uint8_t)j;
        }
    }
}

sl_status sl_dataset_create(const sl_settings *settings, sl_dataset **out) {
    *out = NULL;
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    status =
        allocate((int32_t)(settings->classes * settings->points), (int32_t)settings->classes, out);
    if (status) return status;
    fill_spirals(settings, *out);
    return SL_OK;
}

sl_status sl_dataset_from_points(const float *x, const uint8_t *y, int32_t samples, int32_t classes,
                                 sl_dataset **out) {
    *out = NULL;
    if (classes < 2 || classes > SL_MAX_CLASSES) return SL_ERROR_CLASSES;
    if (samples < 1 || samples > SL_MAX_SAMPLES) return SL_ERROR_SAMPLES;
    for (int32_t i = 0; i < samples; i++) {
        if (!sl_is_finite(x[2 * i]) || !sl_is_finite(x[2 * i + 1])) return SL_ERROR_POINTS_X;
        if (y[i] >= classes) return SL_ERROR_POINTS_Y;
    }
    sl_status status = allocate(samples, classes, out);
    if (status) return status;
    memcpy((*out)->x, x, (size_t)samples * 2 * sizeof *x);
    memcpy((*out)->y, y, (size_t)samples * sizeof *y);
    return SL_OK;
}

void sl_dataset_free(sl_dataset *dataset) {
    if (!dataset) return;
    free(dataset->x);
    free(dataset->y);
    free(dataset);
}

const float *sl_dataset_x(const sl_dataset *dataset) {
    return dataset->x;
}

const uint8_t *sl_dataset_y(const sl_dataset *dataset) {
    return dataset->y;
}

int32_t sl_dataset_samples(const sl_dataset *dataset) {
    return dataset->samples;
}

int32_t sl_dataset_classes(const sl_dataset *dataset) {
    return dataset->classes;
}
