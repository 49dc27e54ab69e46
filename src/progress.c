/* Where a trainer stands, and what its network looks like from outside. */
#include <math.h> /* NAN, nothing else */

#include "schedule.h"
#include "trainer.h"

/* ---------------------------------------------------------------- progress */

int32_t sl_trainer_steps_per_epoch(const sl_trainer *trainer)
{
    int64_t batch_size = trainer->settings.batch_size;
    return (int32_t)((trainer->training + batch_size - 1) / batch_size);
}

int32_t sl_trainer_epoch(const sl_trainer *trainer)
{
    return trainer->epoch;
}

int32_t sl_trainer_step(const sl_trainer *trainer)
{
    return trainer->step;
}

int32_t sl_trainer_total_steps(const sl_trainer *trainer)
{
    return trainer->total_steps;
}

double sl_trainer_rate(const sl_trainer *trainer)
{
    return sl_scheduled_rate(&trainer->settings, trainer->total_steps) * trainer->plateau_factor;
}

bool sl_trainer_stopped(const sl_trainer *trainer)
{
    return trainer->stopped;
}

int32_t sl_trainer_best_epoch(const sl_trainer *trainer)
{
    return trainer->stopping.best_epoch;
}

int32_t sl_trainer_diverged_step(const sl_trainer *trainer)
{
    return trainer->diverged_step;
}

/* Samples seen in this epoch. */
static double seen(const sl_trainer *trainer)
{
    int64_t most = trainer->step * trainer->settings.batch_size;
    return most < trainer->training ? (double)most : trainer->training;
}

/* A column of the last finished epoch. */
static double last_epoch(const sl_trainer *trainer, int column)
{
    if (trainer->epoch == 0) return (double)NAN; /* nothing to tell yet */
    return trainer->history[(ptrdiff_t)(trainer->epoch - 1) * SL_HISTORY_COLUMNS + column];
}

double sl_trainer_loss(const sl_trainer *trainer)
{
    return trainer->step ? trainer->loss_sum / seen(trainer) : last_epoch(trainer, 0);
}

double sl_trainer_accuracy(const sl_trainer *trainer)
{
    return trainer->step ? (double)trainer->hits / seen(trainer) : last_epoch(trainer, 1);
}

double sl_trainer_last_loss(const sl_trainer *trainer)
{
    return trainer->last_loss;
}

const double *sl_trainer_history(const sl_trainer *trainer)
{
    return trainer->history;
}

/* ---------------------------------------------------------------- the network */

int32_t sl_trainer_layers(const sl_trainer *trainer)
{
    return trainer->network.layers;
}

int32_t sl_trainer_layer_inputs(const sl_trainer *trainer, int32_t layer)
{
    return trainer->network.layer[layer].inputs;
}

int32_t sl_trainer_layer_units(const sl_trainer *trainer, int32_t layer)
{
    return trainer->network.layer[layer].units;
}

sl_activation sl_trainer_layer_activation(const sl_trainer *trainer, int32_t layer)
{
    return trainer->network.layer[layer].activation;
}

bool sl_trainer_layer_batch_norm(const sl_trainer *trainer, int32_t layer)
{
    return trainer->network.layer[layer].batch_norm;
}

int32_t sl_trainer_parameters(const sl_trainer *trainer)
{
    int32_t count = 0;
    for (int32_t l = 0; l < trainer->network.layers; l++)
        count += sl_layer_parameters(&trainer->network.layer[l]);
    return count;
}

int32_t sl_trainer_trainable(const sl_trainer *trainer)
{
    int32_t count = 0;
    for (int32_t l = 0; l < trainer->network.layers; l++)
        count += sl_layer_trainable(&trainer->network.layer[l]);
    return count;
}

void sl_trainer_get_weights(const sl_trainer *trainer, float *weights)
{
    sl_network_unpad(&trainer->network, weights, trainer->network.params);
}

void sl_trainer_set_weights(sl_trainer *trainer, const float *weights)
{
    sl_network_pad(&trainer->network, trainer->network.params, weights);
}

int32_t sl_trainer_rows(const sl_trainer *trainer)
{
    return trainer->network.rows;
}
