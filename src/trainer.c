#include "trainer.h"

#include <math.h> /* NAN, nothing else */
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "loss.h"
#include "regularize.h"
#include "settings.h"

/* ---------------------------------------------------------------- making and ending */

static int32_t least(int64_t a, int32_t b)
{
    return a < b ? (int32_t)a : b;
}

/* round(split * samples), half up. */
static int32_t validation_count(const sl_settings *settings, int32_t samples)
{
    return (int32_t)(settings->validation_split * samples + 0.5);
}

/* Fills in the layout and returns the bytes of the whole. */
static double plan(sl_network *network, const sl_settings *settings, const sl_dataset *dataset)
{
    int32_t samples = sl_dataset_samples(dataset);
    int32_t rows = least(settings->batch_size, samples);
    if (rows < SL_BLOCK) rows = SL_BLOCK;

    size_t bytes = sl_network_layout(network, settings, sl_dataset_classes(dataset), rows);
    bytes += (4 * network->trainable + 2 * network->block) * sizeof(float); /* m, v, saved, best */
    bytes += (size_t)samples * (SL_INPUTS * sizeof(float) + 1 + 2 * sizeof(int32_t));
    bytes += (size_t)rows * (SL_INPUTS * sizeof(float) + 1);
    return (double)(bytes + sizeof(sl_trainer));
}

double sl_trainer_bytes(const sl_settings *settings, const sl_dataset *dataset)
{
    sl_network network;
    return plan(&network, settings, dataset);
}

double sl_trainer_max_bytes(void)
{
    return SL_MAX_MEGABYTES * 1e6;
}

static sl_status allocate(sl_trainer *trainer)
{
    const size_t block = trainer->network.block, trainable = trainer->network.trainable;
    const size_t rows = (size_t)trainer->network.rows, samples = (size_t)trainer->samples;
    bool complete = sl_network_allocate(&trainer->network) == SL_OK;

    complete &= (trainer->optimizer.m = sl_allocate_floats(trainable)) != NULL;
    complete &= (trainer->optimizer.v = sl_allocate_floats(trainable)) != NULL;
    for (int i = 0; i < 3; i++)
        complete &= (trainer->saved[i] = sl_allocate_floats(i ? trainable : block)) != NULL;
    complete &= (trainer->best = sl_allocate_floats(block)) != NULL;
    complete &= (trainer->x = sl_allocate_floats(samples * SL_INPUTS)) != NULL;
    complete &= (trainer->batch_x = sl_allocate_floats(rows * SL_INPUTS)) != NULL;
    complete &= (trainer->y = malloc(samples)) != NULL;
    complete &= (trainer->batch_y = malloc(rows)) != NULL;
    complete &= (trainer->order = malloc(samples * sizeof *trainer->order)) != NULL;
    complete &= (trainer->place = malloc(samples * sizeof *trainer->place)) != NULL;
    return complete ? SL_OK : SL_ERROR_MEMORY;
}

/* Marks in order[] which samples are set aside: negative. Draws only if some are. */
static void draw_split(sl_trainer *trainer, sl_random *random)
{
    int32_t *drawn = trainer->place; /* filled in by the caller afterwards */
    for (int32_t i = 0; i < trainer->samples; i++) trainer->order[i] = 0;
    if (trainer->training == trainer->samples) return;
    sl_random_permutation(random, drawn, trainer->samples);
    for (int32_t i = trainer->training; i < trainer->samples; i++) trainer->order[drawn[i]] = -1;
}

/* The data, training samples first. */
static void take_data(sl_trainer *trainer, const sl_dataset *dataset)
{
    const float *x = sl_dataset_x(dataset);
    const uint8_t *y = sl_dataset_y(dataset);
    sl_random random;
    sl_random_seed(&random, (uint32_t)trainer->settings.seed);
    draw_split(trainer, &random);

    int32_t next[2] = {0, trainer->training};
    for (int32_t i = 0; i < trainer->samples; i++) {
        int32_t to = next[trainer->order[i] < 0]++;
        memcpy(trainer->x + (ptrdiff_t)to * SL_INPUTS, x + (ptrdiff_t)i * SL_INPUTS,
               SL_INPUTS * sizeof *x);
        trainer->y[to] = y[i];
        trainer->place[to] = i;
    }
}

sl_status sl_trainer_create(const sl_settings *settings, const sl_dataset *dataset,
                            sl_trainer **out)
{
    sl_network network;
    *out = NULL;
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    int32_t samples = sl_dataset_samples(dataset), aside = validation_count(settings, samples);
    if (aside == samples || (aside == 0 && settings->validation_split > 0)) return SL_ERROR_SPLIT;
    if (plan(&network, settings, dataset) > sl_trainer_max_bytes()) return SL_ERROR_TOO_LARGE;

    sl_trainer *trainer = calloc(1, sizeof *trainer);
    if (!trainer) return SL_ERROR_MEMORY;
    trainer->settings = *settings;
    trainer->network = network;
    trainer->samples = samples;
    trainer->training = samples - aside;
    trainer->classes = sl_dataset_classes(dataset);
    status = allocate(trainer);
    if (status) {
        sl_trainer_free(trainer);
        return status;
    }
    take_data(trainer, dataset);
    sl_trainer_reset(trainer);
    *out = trainer;
    return SL_OK;
}

void sl_trainer_free(sl_trainer *trainer)
{
    if (!trainer) return;
    sl_network_free(&trainer->network);
    free(trainer->optimizer.m);
    free(trainer->optimizer.v);
    for (int i = 0; i < 3; i++) free(trainer->saved[i]);
    free(trainer->best);
    free(trainer->x);
    free(trainer->batch_x);
    free(trainer->y);
    free(trainer->batch_y);
    free(trainer->order);
    free(trainer->place);
    free(trainer->history);
    free(trainer);
}

void sl_trainer_reset(sl_trainer *trainer)
{
    sl_random_seed(&trainer->random, (uint32_t)trainer->settings.seed);
    if (trainer->training < trainer->samples) /* the split's draw comes first; order is free now */
        sl_random_permutation(&trainer->random, trainer->order, trainer->samples);
    sl_network_initialize(&trainer->network, (sl_initializer)trainer->settings.initializer,
                          &trainer->random);
    sl_optimizer_reset(&trainer->optimizer, trainer->network.trainable);
    trainer->epoch = trainer->step = trainer->total_steps = trainer->diverged_step = 0;
    trainer->loss_sum = 0.0;
    trainer->last_loss = (double)NAN;
    trainer->hits = 0;
    trainer->stopping = trainer->plateau = sl_watching;
    trainer->plateau_factor = 1.0;
    trainer->stopped = false;
}

/* ---------------------------------------------------------------- an epoch's beginning */

void sl_trainer_blocks(const sl_trainer *trainer, float *blocks[3], size_t sizes[3])
{
    blocks[0] = trainer->network.params;
    blocks[1] = trainer->optimizer.m;
    blocks[2] = trainer->optimizer.v;
    sizes[0] = trainer->network.block;
    sizes[1] = sizes[2] = trainer->network.trainable;
}

static void begin_sums(sl_trainer *trainer)
{
    trainer->step = 0;
    trainer->loss_sum = 0.0;
    trainer->hits = 0;
}

static void save_checkpoint(sl_trainer *trainer)
{
    float *blocks[3];
    size_t sizes[3];
    sl_trainer_blocks(trainer, blocks, sizes);
    for (int i = 0; i < 3; i++) memcpy(trainer->saved[i], blocks[i], sizes[i] * sizeof(float));
    trainer->checkpoint = (sl_checkpoint){trainer->random, trainer->optimizer.power_1,
                                          trainer->optimizer.power_2, trainer->total_steps};
}

static void restore_checkpoint(sl_trainer *trainer)
{
    float *blocks[3];
    size_t sizes[3];
    sl_trainer_blocks(trainer, blocks, sizes);
    for (int i = 0; i < 3; i++) memcpy(blocks[i], trainer->saved[i], sizes[i] * sizeof(float));
    trainer->random = trainer->checkpoint.random;
    trainer->optimizer.power_1 = trainer->checkpoint.power_1;
    trainer->optimizer.power_2 = trainer->checkpoint.power_2;
    trainer->total_steps = trainer->checkpoint.total_steps;
    begin_sums(trainer);
}

static void begin_epoch(sl_trainer *trainer)
{
    save_checkpoint(trainer);
    begin_sums(trainer);
    sl_random_permutation(&trainer->random, trainer->order, trainer->training);
}

/* Room for one more epoch. */
static sl_status grow_history(sl_trainer *trainer)
{
    const int32_t old = trainer->history_capacity;
    if (trainer->epoch < old) return SL_OK;
    if (old > INT32_MAX / 4) return SL_ERROR_MEMORY;
    int32_t capacity = old ? 2 * old : 64;
    double *history =
        realloc(trainer->history, (size_t)capacity * SL_HISTORY_COLUMNS * sizeof *history);
    if (!history) return SL_ERROR_MEMORY;
    trainer->history = history;
    trainer->history_capacity = capacity;
    return SL_OK;
}

/* ---------------------------------------------------------------- an epoch's end */

static bool weights_finite(const sl_network *network)
{
    float sum = 0.0f; /* of zeros, unless one of the weights is infinite or NaN */
    for (size_t i = 0; i < network->block; i++) sum += network->params[i] * 0.0f;
    return sum == 0.0f;
}

/* Takes note of an epoch's loss. True if it is lower than the best by more than min_delta. */
static bool improves(sl_watch *watch, double loss, double min_delta, int32_t epoch)
{
    watch->wait++;
    if (!(loss + min_delta < watch->best)) return false;
    *watch = (sl_watch){loss, epoch, 0};
    return true;
}

/* Keras's ReduceLROnPlateau. */
static void watch_plateau(sl_trainer *trainer, double loss)
{
    const sl_settings *settings = &trainer->settings;
    if (settings->schedule != SL_PLATEAU) return;
    if (improves(&trainer->plateau, loss, 1e-4, trainer->epoch)) return;
    if (trainer->plateau.wait < settings->plateau_patience) return;
    trainer->plateau_factor *= settings->decay_rate;
    trainer->plateau.wait = 0;
}

/* Keras's EarlyStopping. */
static void watch_stopping(sl_trainer *trainer, double loss)
{
    const sl_settings *settings = &trainer->settings;
    const size_t size = trainer->network.block * sizeof(float);
    if (!settings->early_stopping) return;
    if (improves(&trainer->stopping, loss, settings->min_delta, trainer->epoch)) {
        memcpy(trainer->best, trainer->network.params, size);
        return;
    }
    if (trainer->stopping.wait < settings->patience) return;
    trainer->stopped = true;
    trainer->stopping.wait = 0;
    if (settings->restore_best_weights && trainer->stopping.best_epoch)
        memcpy(trainer->network.params, trainer->best, size);
}

static void end_epoch(sl_trainer *trainer)
{
    double *row = trainer->history + (ptrdiff_t)trainer->epoch * SL_HISTORY_COLUMNS;
    row[0] = trainer->loss_sum / trainer->training;
    row[1] = (double)trainer->hits / trainer->training;
    sl_trainer_evaluate(trainer, true, &row[2], &row[3], NULL);
    row[2] += sl_trainer_penalty(trainer);
    row[4] = sl_trainer_rate(trainer);
    trainer->epoch++;
    trainer->step = 0;

    double loss = trainer->training < trainer->samples ? row[2] : row[0];
    watch_plateau(trainer, loss);
    watch_stopping(trainer, loss);
}

/* ---------------------------------------------------------------- steps */

/* Mean of the losses and penalty, and the gradient of that. */
static double forward_backward(sl_trainer *trainer, const float *x, const uint8_t *y,
                               int32_t samples, const float **logits)
{
    sl_network *network = &trainer->network;
    const sl_settings *settings = &trainer->settings;
    *logits = sl_network_forward(network, x, samples, &trainer->random);
    double sum = sl_loss((sl_output)settings->output, network->delta[0], *logits, y, samples,
                         trainer->classes, sl_network_output(network)->ld);
    double loss = sum / samples + sl_trainer_penalty(trainer);
    sl_network_backward(network, x, samples);
    sl_add_penalty_gradient(network, settings->l1, settings->l2);
    return loss;
}

static int32_t gather(sl_trainer *trainer)
{
    int32_t start = trainer->step * (int32_t)trainer->settings.batch_size;
    int32_t count = least(trainer->settings.batch_size, trainer->training - start);
    for (int32_t i = 0; i < count; i++) {
        int32_t from = trainer->order[start + i];
        trainer->batch_x[2 * i] = trainer->x[2 * from];
        trainer->batch_x[2 * i + 1] = trainer->x[2 * from + 1];
        trainer->batch_y[i] = trainer->y[from];
    }
    return count;
}

static sl_status take_step(sl_trainer *trainer)
{
    if (trainer->step == 0) begin_epoch(trainer);

    sl_network *network = &trainer->network;
    const float *logits;
    int32_t count = gather(trainer), ld = sl_network_output(network)->ld;
    double loss = forward_backward(trainer, trainer->batch_x, trainer->batch_y, count, &logits);
    if (!sl_is_finite(loss)) return SL_ERROR_DIVERGED;

    for (int32_t i = 0; i < count; i++)
        trainer->hits +=
            sl_argmax(logits + (ptrdiff_t)i * ld, trainer->classes) == trainer->batch_y[i];
    sl_clip_gradients(network, trainer->settings.clip_norm);
    sl_optimizer_update(&trainer->optimizer, &trainer->settings, trainer->total_steps,
                        sl_trainer_rate(trainer), network->params, network->grads,
                        network->trainable);
    trainer->last_loss = loss;
    trainer->loss_sum += loss * count;
    trainer->step++;
    trainer->total_steps++;
    return SL_OK;
}

sl_status sl_trainer_train(sl_trainer *trainer, int32_t steps)
{
    const int32_t steps_per_epoch = sl_trainer_steps_per_epoch(trainer);

    trainer->stopped = false;
    for (int32_t i = 0; i < steps && !trainer->stopped; i++) {
        sl_status status = grow_history(trainer);
        if (status) return status;
        status = take_step(trainer);
        bool ended = trainer->step == steps_per_epoch;
        if (status || (ended && !weights_finite(&trainer->network))) {
            trainer->diverged_step = trainer->total_steps + (status ? 1 : 0);
            restore_checkpoint(trainer);
            return SL_ERROR_DIVERGED;
        }
        if (ended) end_epoch(trainer);
    }
    return SL_OK;
}

sl_status sl_trainer_set(sl_trainer *trainer, int index, double value)
{
    sl_settings changed = trainer->settings;
    sl_status status = sl_settings_set(&changed, index, value);
    if (status) return status;
    if (!sl_setting_live(index) &&
        sl_settings_get(&changed, index) != sl_settings_get(&trainer->settings, index))
        return SL_ERROR_FIXED;
    trainer->settings = changed;
    if (!changed.early_stopping) trainer->stopping = sl_watching; /* `best` is kept no longer */
    return SL_OK;
}

const sl_settings *sl_trainer_settings(const sl_trainer *trainer)
{
    return &trainer->settings;
}

double sl_trainer_gradients(sl_trainer *trainer, float *gradients, const float *x, const uint8_t *y,
                            int32_t samples)
{
    const float *logits;
    double loss = forward_backward(trainer, x, y, samples, &logits);
    if (gradients) sl_network_unpad(&trainer->network, gradients, trainer->network.grads);
    return loss;
}

double sl_trainer_penalty(const sl_trainer *trainer)
{
    return sl_penalty(&trainer->network, trainer->settings.l1, trainer->settings.l2);
}
