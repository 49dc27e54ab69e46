/* The output functions and their losses, from logits. Internal. */
#ifndef SL_LOSS_H
#define SL_LOSS_H

#include "spiral_lab.h"

/* probabilities: [samples][classes]; logits: [samples][ld]. */
void sl_probabilities(sl_output output, float *probabilities, const float *logits, int32_t samples,
                      int32_t classes, int32_t ld);

/* Sum of the samples' losses and, if delta is not NULL, the derivative of their mean by the logits.
 * Softmax: -log p[y]. Sigmoid: the mean over the units of the binary cross-entropy with y as
 * one-hot. delta: [samples][ld], zero beyond classes; logits: [samples][ld], zero there too. */
double sl_loss(sl_output output, float *delta, const float *logits, const uint8_t *y,
               int32_t samples, int32_t classes, int32_t ld);

/* Index of the largest; the first of equals, and 0 if all are NaN. */
static inline int32_t sl_argmax(const float *values, int32_t count)
{
    int32_t best = 0;
    for (int32_t j = 1; j < count; j++)
        if (values[j] > values[best]) best = j;
    return best;
}

#endif
