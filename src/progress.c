/* Where a trainer stands. */
#include <math.h> /* NAN, nothing else */

#include "schedule.h"
#include "trainer.h"

int32_t sl_trainer_steps_per_epoch(const sl_trainer *trainer)
{
    int64_t batch_size = trainer->settings.batch_size;
    return (int32_t)((trainer->training + batch_size - 1) / batch_size);
}

int32_t sl_trainer_epoch(const sl_trainer *trainer)
{
    return trainer->now.epoch;
}

int32_t sl_trainer_step(const sl_trainer *trainer)
{
    return trainer->step;
}

int64_t sl_trainer_total_steps(const sl_trainer *trainer)
{
    return (int64_t)trainer->now.epoch * sl_trainer_steps_per_epoch(trainer) + trainer->step;
}

double sl_trainer_rate(const sl_trainer *trainer)
{
    return sl_scheduled_rate(&trainer->settings, sl_trainer_total_steps(trainer)) *
           trainer->now.plateau_factor;
}

bool sl_trainer_stopped(const sl_trainer *trainer)
{
    return trainer->fit == SL_FIT_STOPPED;
}

int32_t sl_trainer_best_epoch(const sl_trainer *trainer)
{
    return trainer->now.watches.stopping.best_epoch;
}

int64_t sl_trainer_diverged_step(const sl_trainer *trainer)
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
    if (trainer->now.epoch == 0) return (double)NAN; /* nothing to tell yet */
    return trainer->history[(ptrdiff_t)(trainer->now.epoch - 1) * SL_HISTORY_COLUMNS + column];
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
    return trainer->now.epoch ? trainer->history : NULL;
}
