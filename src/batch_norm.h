/* Batch normalisation, by Keras's rules: biased variance, momentum 0.99, epsilon 1e-3. Internal. */
#ifndef SL_BATCH_NORM_H
#define SL_BATCH_NORM_H

#include "network.h"

/* In place on layer->act, [samples][ld]: the batch's own mean and variance. Leaves them, normalized
 * and inv in the layer. */
void sl_batch_norm_train(sl_layer *layer, const float *params, int32_t samples);

/* Moves the averages in params towards the mean and variance that the layer was left. */
void sl_batch_norm_move_averages(const sl_layer *layer, float *params);

/* In place on layer->act: the moving averages. */
void sl_batch_norm_infer(sl_layer *layer, const float *params, int32_t samples);

/* delta: [samples][ld], the loss's derivative by the layer's outputs, becomes that by its sums. */
void sl_batch_norm_backward(const sl_layer *layer, float *grads, const float *params, float *delta,
                            int32_t samples);

#endif
