/* What is added to the loss, and taken from the gradients. Internal. */
#ifndef SL_REGULARIZE_H
#define SL_REGULARIZE_H

#include "network.h"

/* l1 sum |w| + l2 sum w w over every kernel (Keras's kernel_regularizer; no bias). */
double sl_penalty(const sl_network *network, double l1, double l2);

/* Adds the penalty's gradient to the kernels' ones. */
void sl_add_penalty_gradient(sl_network *network, double l1, double l2);

/* Scales all gradients so that their norm together is at most clip_norm (Keras's global_clipnorm).
 */
void sl_clip_gradients(sl_network *network, double clip_norm);

#endif
