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

/* counts: of each class; order: [samples] to work in. */
static void fill(const sl_settings *settings, sl_dataset *dataset, const int32_t *counts,
                 int32_t *order)
{
    const int32_t classes = dataset->classes;
    const uint32_t seed = (uint32_t)settings->data_seed;
    float *x = dataset->x;
    uint8_t *y = dataset->y;

    switch ((sl_dataset_kind)settings->dataset) {
    case SL_SPIRALS:
        sl_make_spirals(x, y, counts, classes, settings->noise, settings->turn, seed);
        break;
    case SL_MOONS: sl_make_moons(x, y, order, counts, settings->noise, seed); break;
    case SL_CIRCLES:
        sl_make_circles(x, y, order, counts, settings->noise, settings->factor, seed);
        break;
    case SL_BLOBS: sl_make_blobs(x, y, order, counts, classes, settings->cluster_std, seed); break;
    case SL_CLASSIFICATION:
        sl_make_classification(x, y, order, counts, classes, (int32_t)settings->clusters_per_class,
                               settings->class_sep, settings->flip_y, seed);
        break;
    case SL_XOR: sl_make_xor(x, y, counts, settings->noise, seed); break;
    case SL_GIVEN: break; /* has been refused */
    }
}

static sl_status create(const sl_settings *settings, const int32_t *counts, sl_dataset **out)
{
    if (settings->dataset == SL_GIVEN) return SL_ERROR_GIVEN;
    const int32_t classes = sl_settings_classes(settings);
    int32_t samples = 0;
    for (int32_t k = 0; k < classes; k++) samples += counts[k];

    int32_t *order = malloc((size_t)samples * sizeof *order);
    sl_status status = order ? allocate(samples, classes, out) : SL_ERROR_MEMORY;
    if (!status) fill(settings, *out, counts, order);
    free(order);
    return status;
}

/* As scikit-learn divides a number of samples: of moons and circles the second has one more, else
 * the first classes do. */
sl_status sl_dataset_create_sized(const sl_settings *settings, int32_t samples, sl_dataset **out)
{
    *out = NULL;
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    const int32_t classes = sl_settings_classes(settings);
    const bool halves = settings->dataset == SL_MOONS || settings->dataset == SL_CIRCLES;
    if (samples < 1 || samples > SL_MAX_SAMPLES) return SL_ERROR_SAMPLES;
    if (settings->dataset == SL_SPIRALS && samples % classes) return SL_ERROR_SAMPLES;

    int32_t counts[SL_MAX_CLASSES];
    for (int32_t k = 0; k < classes; k++) {
        const int32_t place = halves ? classes - 1 - k : k;
        counts[k] = samples / classes + (place < samples % classes);
    }
    return create(settings, counts, out);
}

sl_status sl_dataset_create(const sl_settings *settings, sl_dataset **out)
{
    *out = NULL;
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    int32_t counts[SL_MAX_CLASSES];
    for (int32_t k = 0; k < sl_settings_classes(settings); k++)
        counts[k] = (int32_t)(settings->point_counts ? settings->points_of[k] : settings->points);
    return create(settings, counts, out);
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
