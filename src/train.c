/* Epochs and steps, and the way back when they diverge. */
#include <float.h> /* FLT_MAX, nothing else */
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "evaluate.h"
#include "inputs.h"
#include "loss.h"
#include "regularize.h"
#include "trainer.h"

/* ---------------------------------------------------------------- checkpoint */

bool sl_all_finite(const float *values, size_t count)
{
    float sum = 0.0f; /* of zeros, unless a value is infinite or NaN */
    for (size_t i = 0; i < count; i++) sum += values[i] * 0.0f;
    return sum == 0.0f;
}

/* Called when an epoch's first batch has been looked at. Only the random state has changed since
 * the epoch began; it was `begun`. */
static void save_checkpoint(sl_trainer *trainer, const sl_random *begun)
{
    const bool again = trainer->checkpoint_use == SL_CHECKPOINT_USED &&
                       trainer->checkpoint.epoch == trainer->now.epoch;
    sl_learned_copy(&trainer->kept, &trainer->learned, &trainer->network);
    trainer->checkpoint = trainer->now;
    trainer->checkpoint.random = *begun;
    trainer->checkpoint_use = again ? SL_CHECKPOINT_USED : SL_CHECKPOINT_NEW;
}

void sl_trainer_begin_sums(sl_trainer *trainer)
{
    trainer->step = 0;
    trainer->loss_sum = 0.0;
    trainer->hits = 0;
}

/* The second time without the optimizer's moments, since no rate makes smaller what they carry. */
static void restore_checkpoint(sl_trainer *trainer)
{
    sl_learned_copy(&trainer->learned, &trainer->kept, &trainer->network);
    trainer->now = trainer->checkpoint;
    if (trainer->checkpoint_use == SL_CHECKPOINT_USED) sl_trainer_reset_optimizer(trainer);
    trainer->checkpoint_use = SL_CHECKPOINT_USED;
    trainer->fit = SL_FIT_RUNS;
    sl_trainer_begin_sums(trainer);
}

/* ---------------------------------------------------------------- a step */

/* Mean of the losses and penalty, and the gradient of that. */
static double forward_backward(sl_trainer *trainer, const float *x, const uint8_t *y,
                               int32_t samples, const float **logits)
{
    sl_network *network = &trainer->network;
    const sl_settings *settings = &trainer->settings;
    const sl_layer *output = sl_network_output(network);
    *logits = sl_network_forward(network, x, samples, &trainer->now.random);
    double sum =
        sl_loss(network->output, network->delta[0], *logits, y, samples, output->units, output->ld);
    sl_network_backward(network, x, samples);
    sl_add_penalty_gradient(network, settings->l1, settings->l2);
    return sum / samples + sl_trainer_penalty(trainer);
}

static int32_t gather_batch(sl_trainer *trainer)
{
    const int64_t size = trainer->settings.batch_size;
    const int64_t left = trainer->training - trainer->step * size;
    const int32_t count = (int32_t)(size < left ? size : left);
    const int32_t *order = trainer->order + trainer->step * size;
    const int32_t inputs = sl_network_inputs(&trainer->network);
    float *to = trainer->batch_x;
    for (int32_t i = 0; i < count; i++) {
        const float *from = sl_trainer_inputs_from(trainer, order[i]);
        for (int32_t f = 0; f < inputs; f++) *to++ = from[f];
        trainer->batch_y[i] = trainer->y[order[i]];
    }
    return count;
}

static void begin_epoch(sl_trainer *trainer)
{
    if (trainer->fit != SL_FIT_RUNS) sl_watches_reset(&trainer->now.watches);
    trainer->fit = SL_FIT_RUNS;
    sl_random_permutation(&trainer->now.random, trainer->order, trainer->training);
}

/* Whether the gradients allow a step at some rate: a small change of finite weights. */
static bool can_step(const sl_trainer *trainer)
{
    const sl_settings *settings = &trainer->settings;
    const sl_network *network = &trainer->network;
    const bool squared = settings->optimizer >= SL_RMSPROP; /* squares must not overflow */
    const float most = squared ? 1e19f : settings->clip_norm > 0 ? FLT_MAX : 1e8f;
    for (size_t i = 0; i < network->trainable; i++)
        if (!(__builtin_fabsf(network->grads[i]) <= most)) return false;
    for (int32_t l = 0; l < network->layers; l++)
        if (network->layer[l].batch_norm &&
            !sl_all_finite(network->layer[l].batch_variance, (size_t)network->layer[l].ld))
            return false;
    return sl_all_finite(network->params, network->size);
}

/* What the next epoch begins with: is it worth coming back to? If the best epoch is the last one,
 * its weights are needed in any case. */
static void keep_beginning(sl_trainer *trainer, const sl_random *begun)
{
    const bool best = trainer->now.watches.stopping.best_epoch == trainer->now.epoch;
    if (trainer->checkpoint_use == SL_NO_CHECKPOINT || best || can_step(trainer))
        save_checkpoint(trainer, begun);
    if (best) memcpy(trainer->best, trainer->learned.params, trainer->network.size * sizeof(float));
}

static sl_status take_step(sl_trainer *trainer)
{
    sl_network *network = &trainer->network;
    const sl_layer *output = sl_network_output(network);
    const bool first = trainer->step == 0;
    const float *logits;
    sl_random begun;

    if (first) {
        begun = trainer->now.random;
        begin_epoch(trainer);
    }
    const int32_t count = gather_batch(trainer);
    const double loss =
        forward_backward(trainer, trainer->batch_x, trainer->batch_y, count, &logits);
    if (!sl_is_finite(loss)) {
        trainer->diverged_step = sl_trainer_total_steps(trainer) + 1;
        if (first) trainer->now.random = begun;
        return SL_ERROR_DIVERGED;
    }
    if (first) keep_beginning(trainer, &begun);

    for (int32_t i = 0; i < count; i++)
        trainer->hits +=
            sl_argmax(logits + (ptrdiff_t)i * output->ld, output->units) == trainer->batch_y[i];
    sl_clip_gradients(network, trainer->settings.clip_norm);
    sl_optimizer_update(&trainer->learned, &trainer->now.powers, &trainer->settings,
                        sl_trainer_total_steps(trainer), sl_trainer_rate(trainer), network->grads,
                        network->trainable);
    sl_network_move_averages(network);
    trainer->last_loss = loss;
    trainer->loss_sum += loss * count;
    trainer->step++;
    return SL_OK;
}

/* ---------------------------------------------------------------- an epoch's end */

sl_status sl_trainer_reserve_history(sl_trainer *trainer, int64_t epochs)
{
    const size_t row = SL_HISTORY_COLUMNS * sizeof *trainer->history;
    if (epochs <= trainer->history_capacity) return SL_OK;
    int64_t capacity = 2 * (int64_t)trainer->history_capacity;
    if (capacity < epochs) capacity = epochs < 64 ? 64 : epochs;
    if (capacity > INT32_MAX || (uint64_t)capacity > SIZE_MAX / row) return SL_ERROR_MEMORY;
    double *history = realloc(trainer->history, (size_t)capacity * row);
    if (!history) return SL_ERROR_MEMORY;
    trainer->history = history;
    trainer->history_capacity = (int32_t)capacity;
    return SL_OK;
}

static void watch(sl_trainer *trainer, double loss)
{
    sl_standing *now = &trainer->now;
    const sl_settings *settings = &trainer->settings;

    now->plateau_factor *= sl_watch_plateau(&now->watches, settings, loss, now->epoch);
    if (sl_watch_stopping(&now->watches, settings, loss, now->epoch))
        trainer->fit = SL_FIT_STOPPED;
    else if (now->epoch == settings->epochs)
        trainer->fit = SL_FIT_OVER;
    const int32_t best = now->watches.stopping.best_epoch;
    if (trainer->fit != SL_FIT_RUNS && settings->early_stopping && settings->restore_best_weights &&
        best && best != now->epoch) /* else its weights are those that stand there */
        memcpy(trainer->learned.params, trainer->best, trainer->network.size * sizeof(float));
}

static sl_status end_epoch(sl_trainer *trainer)
{
    const int32_t aside = trainer->samples - trainer->training;
    double *row = trainer->history + (ptrdiff_t)trainer->now.epoch * SL_HISTORY_COLUMNS;
    row[0] = trainer->loss_sum / trainer->training;
    row[1] = (double)trainer->hits / trainer->training;
    sl_trainer_evaluate(trainer, true, &row[2], &row[3], NULL);
    row[2] += sl_trainer_penalty(trainer);
    row[4] = sl_trainer_rate(trainer);
    if (!sl_all_finite(trainer->network.params, trainer->network.size) ||
        (aside && !sl_is_finite(row[2]))) {
        trainer->diverged_step = sl_trainer_total_steps(trainer);
        return SL_ERROR_DIVERGED;
    }
    trainer->now.epoch++;
    sl_trainer_begin_sums(trainer);
    watch(trainer, aside ? row[2] : row[0]);
    return SL_OK;
}

/* ---------------------------------------------------------------- training */

/* Whether a trainer between two epochs can go on at some rate. */
static bool can_go_on(sl_trainer *trainer)
{
    const sl_random begun = trainer->now.random;
    const float *logits;
    double loss;
    if (trainer->training < trainer->samples) {
        sl_trainer_evaluate(trainer, true, &loss, NULL, NULL);
        if (!sl_is_finite(loss)) return false;
    }
    sl_random_permutation(&trainer->now.random, trainer->order, trainer->training);
    const int32_t count = gather_batch(trainer);
    loss = forward_backward(trainer, trainer->batch_x, trainer->batch_y, count, &logits);
    trainer->now.random = begun;
    return sl_is_finite(loss) && can_step(trainer);
}

sl_status sl_trainer_train(sl_trainer *trainer, int32_t steps)
{
    for (int32_t i = 0; i < steps; i++) {
        sl_status status = sl_trainer_reserve_history(trainer, (int64_t)trainer->now.epoch + 1);
        if (!status) status = take_step(trainer);
        if (!status && trainer->step == sl_trainer_steps_per_epoch(trainer))
            status = end_epoch(trainer);
        if (status == SL_ERROR_DIVERGED) {
            if (trainer->checkpoint_use) restore_checkpoint(trainer);
            return can_go_on(trainer) ? SL_ERROR_DIVERGED : SL_ERROR_NOT_FINITE;
        }
        if (status) return status;
        if (trainer->fit == SL_FIT_STOPPED) break;
    }
    return SL_OK;
}

double sl_trainer_gradients(sl_trainer *trainer, float *gradients, const float *x, const uint8_t *y,
                            int32_t samples)
{
    const float *logits;
    sl_expand(trainer->batch_x, x, samples, trainer->settings.features);
    double loss = forward_backward(trainer, trainer->batch_x, y, samples, &logits);
    if (gradients) sl_network_unpad(&trainer->network, gradients, trainer->network.grads);
    return loss;
}

double sl_trainer_penalty(const sl_trainer *trainer)
{
    return sl_penalty(&trainer->network, trainer->settings.l1, trainer->settings.l2);
}
