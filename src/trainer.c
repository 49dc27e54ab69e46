/* What a trainer holds: made, put back to its start, changed, ended. */
#include "trainer.h"

#include <math.h> /* HUGE_VAL and NAN, nothing else */
#include <stdlib.h>
#include <string.h>

#include "evaluate.h"
#include "inputs.h"
#include "settings.h"

static const double MAX_BYTES = SL_MAX_MEGABYTES * 1e6;

/* ---------------------------------------------------------------- size and place */

static int32_t least(int64_t a, int32_t b)
{
    return a < b ? (int32_t)a : b;
}

/* The group of samples whose share is set aside, to which a sample belongs. */
static int32_t group_of(const sl_settings *settings, const sl_dataset *dataset, int32_t sample)
{
    return settings->stratify ? sl_dataset_y(dataset)[sample] : 0;
}

/* How many of the samples are set aside: round(split * samples), half up; stratified, of each class
 * by itself. counts: [classes], or of all samples [1]. Returns the sum. */
static int32_t count_aside(int32_t *counts, const sl_settings *settings, const sl_dataset *dataset)
{
    const int32_t samples = sl_dataset_samples(dataset);
    const int32_t groups = settings->stratify ? sl_dataset_classes(dataset) : 1;
    int32_t sum = 0;
    memset(counts, 0, (size_t)groups * sizeof *counts);
    for (int32_t i = 0; i < samples; i++) counts[group_of(settings, dataset, i)]++;
    for (int32_t k = 0; k < groups; k++) {
        counts[k] = (int32_t)(settings->validation_split * counts[k] + 0.5);
        sum += counts[k];
    }
    return sum;
}

/* The trainer of settings and data, without its arrays. */
static sl_status lay_out(sl_trainer *trainer, const sl_settings *settings,
                         const sl_dataset *dataset)
{
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    const int32_t samples = sl_dataset_samples(dataset), classes = sl_dataset_classes(dataset);
    int32_t counts[SL_MAX_CLASSES];
    const int32_t aside = count_aside(counts, settings, dataset);
    const int32_t batch = least(settings->batch_size, samples);
    if (aside == samples || (aside == 0 && settings->validation_split > 0)) return SL_ERROR_SPLIT;

    memset(trainer, 0, sizeof *trainer);
    trainer->settings = *settings;
    trainer->samples = samples;
    trainer->training = samples - aside;
    sl_network_lay_out(&trainer->network, settings, classes, batch < SL_BLOCK ? SL_BLOCK : batch);
    return SL_OK;
}

static void place_learned(sl_learned *learned, sl_arena *arena, const sl_network *network)
{
    learned->m = sl_take_floats(arena, network->trainable);
    learned->v = sl_take_floats(arena, network->trainable);
}

/* Takes every array of the trainer, and first the trainer itself. */
static void place(sl_trainer *trainer, sl_arena *arena)
{
    sl_network *network = &trainer->network;
    const uint64_t samples = (uint64_t)trainer->samples, batch = (uint64_t)network->capacity;
    const uint64_t inputs = (uint64_t)sl_network_inputs(network);

    sl_take(arena, 1, sizeof *trainer);
    sl_network_place(network, arena);
    trainer->learned.params = network->params;
    place_learned(&trainer->learned, arena, network);
    trainer->kept.params = sl_take_floats(arena, network->size);
    place_learned(&trainer->kept, arena, network);
    trainer->best = sl_take_floats(arena, network->size);
    trainer->x = sl_take_floats(arena, samples * SL_COORDINATES);
    trainer->inputs = trainer->settings.features == SL_PLAIN
                          ? trainer->x
                          : sl_take_floats(arena, samples * inputs + 3);
    trainer->batch_x = sl_take_floats(arena, batch * inputs + 3);
    trainer->origin = (int32_t *)sl_take(arena, samples, sizeof(int32_t));
    trainer->order = (int32_t *)sl_take(arena, samples, sizeof(int32_t));
    trainer->y = (uint8_t *)sl_take(arena, samples, 1);
    trainer->batch_y = (uint8_t *)sl_take(arena, batch, 1);
}

static uint64_t bytes_of(sl_trainer *laid_out)
{
    sl_arena count = {0};
    place(laid_out, &count);
    return count.size;
}

double sl_trainer_bytes(const sl_settings *settings, const sl_dataset *dataset)
{
    sl_trainer trainer;
    return lay_out(&trainer, settings, dataset) ? HUGE_VAL : (double)bytes_of(&trainer);
}

/* ---------------------------------------------------------------- data */

/* Marks in order[] which samples are set aside: negative. Draws only if some are. */
static void draw_split(sl_trainer *trainer, const sl_dataset *dataset, sl_random *random)
{
    int32_t left[SL_MAX_CLASSES];     /* to be set aside, of each group */
    int32_t *drawn = trainer->origin; /* filled in by the caller afterwards */
    for (int32_t i = 0; i < trainer->samples; i++) trainer->order[i] = 0;
    if (trainer->training == trainer->samples) return;
    sl_random_permutation(random, drawn, trainer->samples);
    count_aside(left, &trainer->settings, dataset);
    for (int32_t i = trainer->samples - 1; i >= 0; i--) {
        int32_t *of_group = &left[group_of(&trainer->settings, dataset, drawn[i])];
        if (*of_group == 0) continue;
        trainer->order[drawn[i]] = -1;
        --*of_group;
    }
}

/* The data, training samples first. */
static void take_data(sl_trainer *trainer, const sl_dataset *dataset)
{
    const float *x = sl_dataset_x(dataset);
    const uint8_t *y = sl_dataset_y(dataset);
    sl_random random;
    sl_random_seed(&random, (uint32_t)trainer->settings.seed);
    draw_split(trainer, dataset, &random);

    int32_t next[2] = {0, trainer->training};
    for (int32_t i = 0; i < trainer->samples; i++) {
        int32_t to = next[trainer->order[i] < 0]++;
        memcpy(trainer->x + (ptrdiff_t)to * SL_COORDINATES, x + (ptrdiff_t)i * SL_COORDINATES,
               SL_COORDINATES * sizeof *x);
        trainer->y[to] = y[i];
        trainer->origin[to] = i;
    }
    if (trainer->inputs != trainer->x)
        sl_expand(trainer->inputs, trainer->x, trainer->samples, trainer->settings.features);
}

void sl_trainer_copy_data(const sl_trainer *trainer, void *x, uint8_t *y)
{
    const size_t point = SL_COORDINATES * sizeof(float);
    for (int32_t i = 0; i < trainer->samples; i++) {
        const size_t to = (size_t)trainer->origin[i];
        memcpy((uint8_t *)x + to * point, trainer->x + (ptrdiff_t)i * SL_COORDINATES, point);
        y[to] = trainer->y[i];
    }
}

sl_status sl_trainer_dataset(const sl_trainer *trainer, sl_dataset **out)
{
    const size_t samples = (size_t)trainer->samples;
    float *x = malloc(samples * (SL_COORDINATES * sizeof *x + 1));
    *out = NULL;
    if (!x) return SL_ERROR_MEMORY;
    uint8_t *y = (uint8_t *)(x + samples * SL_COORDINATES);
    sl_trainer_copy_data(trainer, x, y);
    sl_status status = sl_dataset_from_points(x, y, trainer->samples,
                                              sl_network_output(&trainer->network)->units, out);
    free(x);
    return status;
}

/* ---------------------------------------------------------------- making and ending */

void sl_learned_copy(const sl_learned *to, const sl_learned *from, const sl_network *network)
{
    const size_t moments = network->trainable * sizeof(float);
    memcpy(to->params, from->params, network->size * sizeof(float));
    memcpy(to->m, from->m, moments);
    memcpy(to->v, from->v, moments);
}

sl_status sl_trainer_create(const sl_settings *settings, const sl_dataset *dataset,
                            sl_trainer **out)
{
    sl_trainer laid_out;
    *out = NULL;
    sl_status status = lay_out(&laid_out, settings, dataset);
    if (status) return status;
    const uint64_t bytes = bytes_of(&laid_out);
    if ((double)bytes > MAX_BYTES) return SL_ERROR_TOO_LARGE;

    sl_arena arena = {.base = aligned_alloc(SL_CACHE_LINE, (size_t)bytes)};
    if (!arena.base) return SL_ERROR_MEMORY;
    memset(arena.base, 0, (size_t)bytes); /* the padding of the arrays too */
    place(&laid_out, &arena);
    sl_trainer *trainer = (sl_trainer *)arena.base;
    *trainer = laid_out;
    take_data(trainer, dataset);
    sl_trainer_reset(trainer);
    *out = trainer;
    return SL_OK;
}

static sl_status copy_history(sl_trainer *to, const sl_trainer *from)
{
    const size_t epochs = (size_t)from->now.epoch;
    sl_status status = sl_trainer_reserve_history(to, from->now.epoch);
    if (!status && epochs)
        memcpy(to->history, from->history, epochs * SL_HISTORY_COLUMNS * sizeof *to->history);
    return status;
}

sl_status sl_trainer_with_data(const sl_trainer *trainer, const sl_dataset *dataset,
                               sl_trainer **out)
{
    *out = NULL;
    if (sl_dataset_classes(dataset) != sl_network_output(&trainer->network)->units)
        return SL_ERROR_CLASSES;
    sl_trainer *other;
    sl_status status = sl_trainer_create(&trainer->settings, dataset, &other);
    if (!status) status = copy_history(other, trainer);
    if (status) {
        sl_trainer_free(other);
        return status;
    }
    sl_learned_copy(&other->learned, &trainer->learned, &trainer->network);
    other->now = trainer->now;
    sl_watches_reset(&other->now.watches);
    other->last_loss = trainer->last_loss;
    other->diverged_step = trainer->diverged_step;
    *out = other;
    return SL_OK;
}

void sl_trainer_free(sl_trainer *trainer)
{
    if (!trainer) return;
    free(trainer->history);
    free(trainer);
}

void sl_trainer_reset_optimizer(sl_trainer *trainer)
{
    const size_t moments = trainer->network.trainable * sizeof(float);
    memset(trainer->learned.m, 0, moments);
    memset(trainer->learned.v, 0, moments);
    trainer->now.powers = (sl_powers){1.0, 1.0};
}

void sl_trainer_reset(sl_trainer *trainer)
{
    sl_standing *now = &trainer->now;

    now->plateau_factor = 1.0;
    now->epoch = 0;
    sl_watches_reset(&now->watches);
    sl_random_seed(&now->random, (uint32_t)trainer->settings.seed);
    if (trainer->training < trainer->samples) /* the split's draw comes first; order is free now */
        sl_random_permutation(&now->random, trainer->order, trainer->samples);
    sl_network_initialize(&trainer->network, (sl_initializer)trainer->settings.initializer,
                          &now->random);
    sl_trainer_reset_optimizer(trainer);
    trainer->fit = SL_FIT_RUNS;
    trainer->checkpoint_use = SL_NO_CHECKPOINT;
    trainer->diverged_step = 0;
    trainer->last_loss = (double)NAN;
    sl_trainer_begin_sums(trainer);
}

/* ---------------------------------------------------------------- settings */

sl_status sl_trainer_set(sl_trainer *trainer, int index, double value)
{
    sl_settings changed = trainer->settings;
    sl_status status = sl_settings_set(&changed, index, value);
    if (status) return status;
    if (!sl_setting_live(index) &&
        sl_settings_get(&changed, index) != sl_settings_get(&trainer->settings, index))
        return SL_ERROR_FIXED;
    trainer->settings = changed;
    if (!changed.early_stopping) sl_watches_forget_best(&trainer->now.watches);
    return SL_OK;
}

const sl_settings *sl_trainer_settings(const sl_trainer *trainer)
{
    return &trainer->settings;
}
