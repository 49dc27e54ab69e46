/* Small trainers, and their weights to compare. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <stdlib.h>

#include "check.h"
#include "spiral_lab.h"

static inline sl_trainer *make(const sl_settings *settings)
{
    sl_dataset *data;
    sl_trainer *trainer;
    CHECK_INT(sl_dataset_create(settings, &data), SL_OK);
    CHECK_INT(sl_trainer_create(settings, data, &trainer), SL_OK);
    sl_dataset_free(data);
    return trainer;
}

/* 150 samples: 4 batches of 32 and one of 22. */
static inline sl_settings small(void)
{
    const double units[] = {12, 7};
    sl_settings settings;
    sl_settings_init(&settings);
    settings.points = 50;
    sl_settings_set_layers(&settings, units, NULL, 2);
    return settings;
}

/* An epoch counts as better only if it halves the loss, so the first ones stay the best. */
static inline sl_settings impatient(int64_t patience)
{
    sl_settings settings = small();
    settings.early_stopping = 1;
    settings.patience = patience;
    settings.min_delta = 0.5;
    settings.restore_best_weights = 1;
    return settings;
}

static inline float *weights_of(const sl_trainer *trainer)
{
    float *weights = malloc((size_t)sl_trainer_parameters(trainer) * sizeof *weights);
    sl_trainer_get_weights(trainer, weights);
    return weights;
}

static inline bool same_weights(const sl_trainer *a, const sl_trainer *b)
{
    float *of_a = weights_of(a), *of_b = weights_of(b);
    bool same = memcmp(of_a, of_b, (size_t)sl_trainer_parameters(a) * sizeof *of_a) == 0;
    free(of_a);
    free(of_b);
    return same;
}

/* The index of a scalar setting by its name. */
static inline int setting(const char *name)
{
    int index = 0;
    while (strcmp(sl_setting_name(index), name) != 0) index++;
    return index;
}

#endif
