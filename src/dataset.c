#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "generators.h"
#include "settings.h"

struct sl_dataset {
    int32_t samples, classes;
    float *x;   /* [samples][2] */
    uint8_t *y; /* [samples] */
};

/* One block: the points and labels lie behind it. */
static sl_status allocate(int32_t samples, int32_t classes, sl_dataset **out)
{
    const size_t count = (size_t)samples;
    sl_dataset *dataset = malloc(sizeof *dataset + count * (2 * sizeof(float) + 1));
    *out = dataset;
    if (!dataset) return SL_ERROR_MEMORY;
    float *x = (float *)(dataset + 1);
    *dataset = (sl_dataset){samples, classes, x, (uint8_t *)(x + 2 * count)};
    return SL_OK;
}

static void fill(const sl_settings *settings, sl_dataset *dataset, int32_t *order)
{
    const int32_t samples = dataset->samples, classes = dataset->classes;
    const uint32_t seed = (uint32_t)settings->data_seed;
    float *x = dataset->x;
    uint8_t *y = dataset->y;

    switch ((sl_dataset_kind)settings->dataset) {
    case SL_SPIRALS:
        sl_make_spirals(x, y, samples / classes, classes, settings->noise, settings->turn, seed);
        break;
    case SL_MOONS: sl_make_moons(x, y, order, samples, settings->noise, seed); break;
    case SL_CIRCLES:
        sl_make_circles(x, y, order, samples, settings->noise, settings->factor, seed);
        break;
    case SL_BLOBS: sl_make_blobs(x, y, order, samples, classes, settings->cluster_std, seed); break;
    case SL_GIVEN: break; /* has been refused */
    }
}

sl_status sl_dataset_create_sized(const sl_settings *settings, int32_t samples, sl_dataset **out)
{
    *out = NULL;
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    if (settings->dataset == SL_GIVEN) return SL_ERROR_GIVEN;
    int32_t classes = sl_settings_classes(settings);
    if (samples < 1 || samples > SL_MAX_SAMPLES) return SL_ERROR_SAMPLES;
    if (settings->dataset == SL_SPIRALS && samples % classes) return SL_ERROR_SAMPLES;

    int32_t *order = malloc((size_t)samples * sizeof *order);
    status = order ? allocate(samples, classes, out) : SL_ERROR_MEMORY;
    if (!status) fill(settings, *out, order);
    free(order);
    return status;
}

sl_status sl_dataset_create(const sl_settings *settings, sl_dataset **out)
{
    *out = NULL;
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    int32_t samples = (int32_t)settings->points * sl_settings_classes(settings);
    return sl_dataset_create_sized(settings, samples, out);
}

sl_status sl_dataset_from_points(const float *x, const uint8_t *y, int32_t samples, int32_t classes,
                                 sl_dataset **out)
{
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

void sl_dataset_free(sl_dataset *dataset)
{
    free(dataset);
}

const float *sl_dataset_x(const sl_dataset *dataset)
{
    return dataset->x;
}

const uint8_t *sl_dataset_y(const sl_dataset *dataset)
{
    return dataset->y;
}

int32_t sl_dataset_samples(const sl_dataset *dataset)
{
    return dataset->samples;
}

int32_t sl_dataset_classes(const sl_dataset *dataset)
{
    return dataset->classes;
}
