/* The trainer's inside, for the files that share it: trainer.c trains, predict.c and inspect.c ask,
 * state.c saves. Internal. */
#ifndef SL_TRAINER_H
#define SL_TRAINER_H

#include <math.h> /* HUGE_VAL, nothing else */

#include "network.h"
#include "optimizer.h"

/* What an epoch that diverges must give back, beside the blocks in sl_trainer.saved. */
typedef struct sl_checkpoint {
    sl_random random;
    double power_1, power_2;
    int32_t total_steps;
} sl_checkpoint;

/* Watching a loss that should fall. */
typedef struct sl_watch {
    double best;
    int32_t best_epoch, wait; /* epoch counted from 1; epochs since */
} sl_watch;

/* Of none yet. */
static const sl_watch sl_watching = {.best = HUGE_VAL};

struct sl_trainer {
    sl_settings settings;
    sl_network network;
    sl_optimizer_state optimizer;
    sl_random random;

    /* The training samples, then those set aside; each part in the data's order. */
    int32_t samples, training, classes;
    float *x;       /* [samples][SL_INPUTS] */
    uint8_t *y;     /* [samples] */
    int32_t *place; /* [samples]: where in the data a sample stood */

    int32_t *order; /* [training]: this epoch's permutation */
    float *batch_x; /* [network.rows][SL_INPUTS] */
    uint8_t *batch_y;

    int32_t epoch, step, total_steps, diverged_step;
    double loss_sum, last_loss; /* of this epoch so far; of the last batch */
    int64_t hits;
    double *history; /* [history_capacity][SL_HISTORY_COLUMNS] */
    int32_t history_capacity;

    sl_watch stopping, plateau;
    double plateau_factor; /* what the plateaus so far have made of the rate */
    bool stopped;
    float *best; /* [network.block]: the best epoch's weights, while early stopping watches */

    sl_checkpoint checkpoint; /* the state at the beginning of this epoch */
    float *saved[3];          /* params [network.block], m and v [network.trainable] then */
};

/* The blocks that a step changes, in the order of `saved`; their sizes in floats. */
void sl_trainer_blocks(const sl_trainer *trainer, float *blocks[3], size_t sizes[3]);

/* Samples that prediction takes at a time: their activations stay in cache. */
enum { SL_BLOCK = 64 };

/* The samples of a block that starts at `start`. */
static inline int32_t sl_block_from(int32_t start, int32_t samples)
{
    return samples - start < SL_BLOCK ? samples - start : SL_BLOCK;
}

#endif
