#include "trainer.h"

#include <math.h> /* NAN, nothing else */
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "loss.h"

static const double not_yet = (double)NAN;

enum { LEAST_ROWS = 64 }; /* a pass for prediction takes at least as many; see predict.c */

/* ---------------------------------------------------------------- making and ending */

static int32_t least(int64_t a, int32_t b) {
    return a < b ? (int32_t)a : b;
}

/* Fills in the layout and returns the bytes of the whole. */
static double plan(sl_network *network, const sl_settings *settings, const sl_dataset *dataset) {
    int32_t samples = sl_dataset_samples(dataset);
    int32_t rows = least(settings->batch_size, samples);
    if (rows < LEAST_ROWS) rows = LEAST_ROWS;

    size_t bytes = sl_network_layout(network, settings, sl_dataset_classes(dataset), rows);
    bytes += 5 * network->block * sizeof(float); /* m, v and saved */
    bytes += (size_t)samples * (SL_INPUTS * sizeof(float) + 1 + sizeof(int32_t));
    bytes += (size_t)rows * (SL_INPUTS * sizeof(float) + 1);
    return (double)(bytes + sizeof(sl_trainer));
}

double sl_trainer_bytes(const sl_settings *settings, const sl_dataset *dataset) {
    sl_network network;
    return plan(&network, settings, dataset);
}

static sl_status allocate(sl_trainer *trainer) {
    size_t block = trainer->network.block, rows = (size_t)trainer->network.rows;
    size_t samples = (size_t)trainer->samples;
    bool complete = sl_network_allocate(&trainer->network) == SL_OK;

    complete &= (trainer->optimizer.m = sl_allocate_floats(block)) != NULL;
    complete &= (trainer->optimizer.v = sl_allocate_floats(block)) != NULL;
    for (int i = 0; i < 3; i++) complete &= (trainer->saved[i] = sl_allocate_floats(block)) != NULL;
    complete &= (trainer->x = sl_allocate_floats(samples * SL_INPUTS)) != NULL;
    complete &= (trainer->batch_x = sl_allocate_floats(rows * SL_INPUTS)) != NULL;
    complete &= (trainer->y = malloc(samples)) != NULL;
    complete &= (trainer->batch_y = malloc(rows)) != NULL;
    complete &= (trainer->order = malloc(samples * sizeof *trainer->order)) != NULL;
    return complete ? SL_OK : SL_ERROR_MEMORY;
}

sl_status sl_trainer_create(const sl_settings *settings, const sl_dataset *dataset,
                            sl_trainer **out) {
    sl_network network;
    *out = NULL;
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    if (plan(&network, settings, dataset) > SL_MAX_MEGABYTES * 1e6) return SL_ERROR_TOO_LARGE;

    sl_trainer *trainer = calloc(1, sizeof *trainer);
    if (!trainer) return SL_ERROR_MEMORY;
    trainer->settings = *settings;
    trainer->network = network;
    trainer->samples = sl_dataset_samples(dataset);
    trainer->classes = sl_dataset_classes(dataset);
    status = allocate(trainer);
    if (status) {
        sl_trainer_free(trainer);
        return status;
    }
    memcpy(trainer->x, sl_dataset_x(dataset), (size_t)trainer->samples * SL_INPUTS * sizeof(float));
    memcpy(trainer->y, sl_dataset_y(dataset), (size_t)trainer->samples);
    sl_trainer_reset(trainer);
    *out = trainer;
    return SL_OK;
}

void sl_trainer_free(sl_trainer *trainer) {
    if (!trainer) return;
    sl_network_free(&trainer->network);
    free(trainer->optimizer.m);
    free(trainer->optimizer.v);
    for (int i = 0; i < 3; i++) free(trainer->saved[i]);
    free(trainer->x);
    free(trainer->batch_x);
    free(trainer->y);
    free(trainer->batch_y);
    free(trainer->order);
    free(trainer->history);
    free(trainer);
}

void sl_trainer_reset(sl_trainer *trainer) {
    sl_random_seed(&trainer->random, (uint32_t)trainer->settings.seed);
    sl_network_initialize(&trainer->network, (sl_initializer)trainer->settings.initializer,
                          &trainer->random);
    sl_optimizer_reset(&trainer->optimizer, trainer->network.block);
    trainer->epoch = trainer->step = trainer->total_steps = trainer->diverged_step = 0;
    trainer->loss_sum = 0.0;
    trainer->last_loss = not_yet;
    trainer->hits = 0;
}

/* ---------------------------------------------------------------- epochs */

/* The blocks that an update changes, in the order of `saved`. */
static void blocks(const sl_trainer *trainer, float *out[3]) {
    out[0] = trainer->network.params;
    out[1] = trainer->optimizer.m;
    out[2] = trainer->optimizer.v;
}

static void save_checkpoint(sl_trainer *trainer) {
    float *now[3];
    blocks(trainer, now);
    for (int i = 0; i < 3; i++)
        memcpy(trainer->saved[i], now[i], trainer->network.block * sizeof(float));
    trainer->checkpoint = (sl_checkpoint){trainer->random, trainer->optimizer.power_1,
                                          trainer->optimizer.power_2, trainer->total_steps};
}

static void begin_sums(sl_trainer *trainer) {
    trainer->step = 0;
    trainer->loss_sum = 0.0;
    trainer->hits = 0;
}

static void restore_checkpoint(sl_trainer *trainer) {
    float *now[3];
    blocks(trainer, now);
    for (int i = 0; i < 3; i++)
        memcpy(now[i], trainer->saved[i], trainer->network.block * sizeof(float));
    trainer->random = trainer->checkpoint.random;
    trainer->optimizer.power_1 = trainer->checkpoint.power_1;
    trainer->optimizer.power_2 = trainer->checkpoint.power_2;
    trainer->total_steps = trainer->checkpoint.total_steps;
    begin_sums(trainer);
}

static void begin_epoch(sl_trainer *trainer) {
    save_checkpoint(trainer);
    begin_sums(trainer);
    sl_random_permutation(&trainer->random, trainer->order, trainer->samples);
}

/* Room for one more epoch. */
static sl_status grow_history(sl_trainer *trainer) {
    int32_t old = trainer->history_capacity;
    if (trainer->epoch < old) return SL_OK;
    if (old > INT32_MAX / 4) return SL_ERROR_MEMORY;
    int32_t capacity = old ? 2 * old : 64;
    double *history = realloc(trainer->history, 2 * (size_t)capacity * sizeof *history);
    if (!history) return SL_ERROR_MEMORY;
    memmove(history + capacity, history + old, (size_t)old * sizeof *history);
    trainer->history = history;
    trainer->history_capacity = capacity;
    return SL_OK;
}

static bool weights_finite(const sl_network *network) {
    float sum = 0.0f; /* of zeros, unless one of the weights is infinite or NaN */
    for (size_t i = 0; i < network->block; i++) sum += network->params[i] * 0.0f;
    return sum == 0.0f;
}

static void end_epoch(sl_trainer *trainer) {
    trainer->history[trainer->epoch] = trainer->loss_sum / trainer->samples;
    trainer->history[trainer->history_capacity + trainer->epoch] =
        (double)trainer->hits / trainer->samples;
    trainer->epoch++;
    trainer->step = 0;
}

/* ---------------------------------------------------------------- steps */

/* Sum of the losses over the samples, and the gradient of their mean. */
static double forward_backward(sl_trainer *trainer, const float *x, const uint8_t *y,
                               int32_t samples, const float **logits) {
    sl_network *network = &trainer->network;
    *logits = sl_network_forward(network, x, samples);
    double sum = sl_cross_entropy(network->delta[0], *logits, y, samples, trainer->classes,
                                  sl_network_output(network)->ld);
    sl_network_backward(network, x, samples);
    return sum;
}

static int32_t gather(sl_trainer *trainer) {
    int32_t start = trainer->step * (int32_t)trainer->settings.batch_size;
    int32_t count = least(trainer->settings.batch_size, trainer->samples - start);
    for (int32_t i = 0; i < count; i++) {
        int32_t from = trainer->order[start + i];
        trainer->batch_x[2 * i] = trainer->x[2 * from];
        trainer->batch_x[2 * i + 1] = trainer->x[2 * from + 1];
        trainer->batch_y[i] = trainer->y[from];
    }
    return count;
}

static sl_status take_step(sl_trainer *trainer) {
    if (trainer->step == 0) begin_epoch(trainer);

    const float *logits;
    int32_t count = gather(trainer), ld = sl_network_output(&trainer->network)->ld;
    double sum = forward_backward(trainer, trainer->batch_x, trainer->batch_y, count, &logits);
    if (!sl_is_finite(sum)) return SL_ERROR_DIVERGED;

    for (int32_t i = 0; i < count; i++)
        trainer->hits +=
            sl_argmax(logits + (size_t)i * (size_t)ld, trainer->classes) == trainer->batch_y[i];
    sl_optimizer_update(&trainer->optimizer, trainer->settings.learning_rate,
                        trainer->network.params, trainer->network.grads, trainer->network.block);
    trainer->last_loss = sum / count;
    trainer->loss_sum += sum;
    trainer->step++;
    trainer->total_steps++;
    return SL_OK;
}

sl_status sl_trainer_train(sl_trainer *trainer, int32_t steps) {
    int32_t steps_per_epoch = sl_trainer_steps_per_epoch(trainer);

    for (int32_t i = 0; i < steps; i++) {
        sl_status status = grow_history(trainer);
        if (status) return status;
        status = take_step(trainer);
        bool ended = trainer->step == steps_per_epoch;
        if (status || (ended && !weights_finite(&trainer->network))) {
            trainer->diverged_step = trainer->total_steps + 1;
            restore_checkpoint(trainer);
            return SL_ERROR_DIVERGED;
        }
        if (ended) end_epoch(trainer);
    }
    return SL_OK;
}

sl_status sl_trainer_set_learning_rate(sl_trainer *trainer, double learning_rate) {
    sl_settings changed = trainer->settings;
    changed.learning_rate = learning_rate;
    sl_status status = sl_settings_check(&changed);
    if (!status) trainer->settings = changed;
    return status;
}

/* ---------------------------------------------------------------- progress */

int32_t sl_trainer_steps_per_epoch(const sl_trainer *trainer) {
    int32_t batch_size = least(trainer->settings.batch_size, trainer->samples);
    return (trainer->samples + batch_size - 1) / batch_size;
}

int32_t sl_trainer_epoch(const sl_trainer *trainer) {
    return trainer->epoch;
}

int32_t sl_trainer_step(const sl_trainer *trainer) {
    return trainer->step;
}

int32_t sl_trainer_total_steps(const sl_trainer *trainer) {
    return trainer->total_steps;
}

int32_t sl_trainer_diverged_step(const sl_trainer *trainer) {
    return trainer->diverged_step;
}

/* Samples seen in this epoch. */
static double seen(const sl_trainer *trainer) {
    return least(trainer->step * trainer->settings.batch_size, trainer->samples);
}

double sl_trainer_loss(const sl_trainer *trainer) {
    if (trainer->step) return trainer->loss_sum / seen(trainer);
    return trainer->epoch ? trainer->history[trainer->epoch - 1] : not_yet;
}

double sl_trainer_accuracy(const sl_trainer *trainer) {
    if (trainer->step) return (double)trainer->hits / seen(trainer);
    return trainer->epoch ? trainer->history[trainer->history_capacity + trainer->epoch - 1]
                          : not_yet;
}

double sl_trainer_last_loss(const sl_trainer *trainer) {
    return trainer->last_loss;
}

const double *sl_trainer_history_loss(const sl_trainer *trainer) {
    return trainer->history;
}

const double *sl_trainer_history_accuracy(const sl_trainer *trainer) {
    return trainer->history ? trainer->history + trainer->history_capacity : NULL;
}

/* ---------------------------------------------------------------- the network */

int32_t sl_trainer_layers(const sl_trainer *trainer) {
    return trainer->network.layers;
}

int32_t sl_trainer_layer_inputs(const sl_trainer *trainer, int32_t layer) {
    return trainer->network.layer[layer].inputs;
}

int32_t sl_trainer_layer_units(const sl_trainer *trainer, int32_t layer) {
    return trainer->network.layer[layer].units;
}

int32_t sl_trainer_parameters(const sl_trainer *trainer) {
    int32_t count = 0;
    for (int32_t l = 0; l < trainer->network.layers; l++)
        count += (trainer->network.layer[l].inputs + 1) * trainer->network.layer[l].units;
    return count;
}

void sl_trainer_get_weights(const sl_trainer *trainer, float *weights) {
    sl_network_unpad(&trainer->network, weights, trainer->network.params);
}

void sl_trainer_set_weights(sl_trainer *trainer, const float *weights) {
    sl_network_pad(&trainer->network, trainer->network.params, weights);
}

double sl_trainer_gradients(sl_trainer *trainer, float *gradients, const float *x, const uint8_t *y,
                            int32_t samples) {
    const float *logits;
    double sum = forward_backward(trainer, x, y, samples, &logits);
    sl_network_unpad(&trainer->network, gradients, trainer->network.grads);
    return sum / samples;
}
