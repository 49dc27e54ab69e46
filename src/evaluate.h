/* How well a network does on samples. Internal. */
#ifndef SL_EVALUATE_H
#define SL_EVALUATE_H

#include "network.h"

/* Mean loss, accuracy and confusion matrix, [classes][classes], of the samples as the network
 * predicts them. x: [samples][inputs]. Any output may be NULL; without samples NaN, NaN and zeros.
 */
void sl_evaluate(sl_network *network, double *loss, double *accuracy, uint32_t *confusion,
                 const float *x, const uint8_t *y, int32_t samples);

/* Samples that a network predicts at a time: their activations stay in cache. */
enum { SL_BLOCK = 64 };

/* The samples of a block that starts at `start`. */
static inline int32_t sl_block_from(int32_t start, int32_t samples)
{
    return samples - start < SL_BLOCK ? samples - start : SL_BLOCK;
}

#endif
