/* The trainer's inside, for the files that share it. Internal. */
#ifndef SL_TRAINER_H
#define SL_TRAINER_H

#include "network.h"
#include "optimizer.h"
#include "watch.h"

/* Where the run stands, all that is not an array: what an epoch that diverges must give back. */
typedef struct sl_standing {
    sl_random random;
    sl_powers powers;
    double plateau_factor; /* what the plateaus so far have made of the rate */
    sl_watches watches;
    int32_t epoch; /* finished ones */
} sl_standing;

/* What training past the settings' epochs, or past an early stop, begins: another fit. */
typedef enum sl_fit { SL_FIT_RUNS, SL_FIT_OVER, SL_FIT_STOPPED } sl_fit;

typedef enum sl_checkpoint_use {
    SL_NO_CHECKPOINT,
    SL_CHECKPOINT_NEW,
    SL_CHECKPOINT_USED /* a divergence has led back to it */
} sl_checkpoint_use;

struct sl_trainer {
    sl_settings settings;
    sl_network network;

    /* The training samples, then those set aside; each part in the data's order. */
    int32_t samples, training;
    float *x;      /* [samples][2] */
    float *inputs; /* [samples][inputs]: their features, and three floats more for sl_gemm; x where
                    * these are the coordinates */
    uint8_t *y;    /* [samples] */
    int32_t *origin; /* [samples]: where in the data a sample stood */

    sl_standing now;
    sl_learned learned; /* params, which are the network's, [network.size]; m, v: [.trainable] */
    sl_fit fit;
    int32_t step;   /* batches into this epoch */
    int32_t *order; /* [samples]: this epoch's permutation of the training samples */
    float *batch_x; /* [network.capacity][inputs], and three floats more for sl_gemm */
    uint8_t *batch_y;
    double loss_sum; /* of this epoch so far */
    int64_t hits;
    double last_loss; /* of the last batch */
    int64_t diverged_step;
    double *history; /* [history_capacity][SL_HISTORY_COLUMNS], the one array of its own */
    int32_t history_capacity;

    float *best; /* [network.size]: the best epoch's parameters, once another epoch has begun */

    /* The latest beginning of an epoch that is worth coming back to. */
    sl_checkpoint_use checkpoint_use;
    sl_standing checkpoint;
    sl_learned kept; /* what was learned by then */
};

/* Copies what the one has learned to the other, of a network of the same shape. */
void sl_learned_copy(const sl_learned *to, const sl_learned *from, const sl_network *network);

/* Whether all are finite. */
bool sl_all_finite(const float *values, size_t count);

/* As before the first update. */
void sl_trainer_reset_optimizer(sl_trainer *trainer);

/* Back to where an epoch begins: no batch taken. */
void sl_trainer_begin_sums(sl_trainer *trainer);

/* Room for so many epochs in the history. */
sl_status sl_trainer_reserve_history(sl_trainer *trainer, int64_t epochs);

/* What the network sees of any points, at most network.capacity of them: x, or their features,
 * which then lie in batch_x. x: [samples][2]. */
const float *sl_trainer_see(sl_trainer *trainer, const float *x, int32_t samples);

/* What it sees of the trainer's own samples, from one on. */
static inline const float *sl_trainer_inputs_from(const sl_trainer *trainer, int32_t sample)
{
    return trainer->inputs + (ptrdiff_t)sample * sl_network_inputs(&trainer->network);
}

/* The data in its order. x: floats [samples][2], aligned or not; y: [samples]. */
void sl_trainer_copy_data(const sl_trainer *trainer, void *x, uint8_t *y);

#endif
