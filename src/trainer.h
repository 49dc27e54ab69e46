/* The trainer's inside, for the files that share it: trainer.c trains, predict.c asks. Internal. */
#ifndef SL_TRAINER_H
#define SL_TRAINER_H

#include "network.h"
#include "optimizer.h"

/* What an epoch that diverges must give back, beside the three blocks in sl_trainer.saved. */
typedef struct sl_checkpoint {
    sl_random random;
    double power_1, power_2;
    int32_t total_steps;
} sl_checkpoint;

struct sl_trainer {
    sl_settings settings;
    sl_network network;
    sl_optimizer_state optimizer;
    sl_random random;

    int32_t samples, classes;
    float *x;       /* [samples][SL_INPUTS] */
    uint8_t *y;     /* [samples] */
    int32_t *order; /* [samples]: this epoch's permutation */
    float *batch_x; /* [network.rows][SL_INPUTS] */
    uint8_t *batch_y;

    int32_t epoch, step, total_steps, diverged_step;
    double loss_sum, last_loss; /* of this epoch so far; mean of the last batch */
    int64_t hits;
    double *history; /* [2][history_capacity]: loss, then accuracy */
    int32_t history_capacity;

    sl_checkpoint checkpoint; /* the state at the beginning of this epoch */
    float *saved[3];          /* params, m and v then; [network.block] each */
};

#endif
