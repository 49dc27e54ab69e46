/* Keras's update rules, as flat loops over whole parameter blocks. Internal. */
#ifndef SL_OPTIMIZER_H
#define SL_OPTIMIZER_H

#include "spiral_lab.h"

typedef struct sl_optimizer_state {
    double power_1, power_2; /* beta_1 and beta_2 to the number of updates taken */
    float *m, *v;            /* [count]: running mean of the gradient, or velocity; of its square */
} sl_optimizer_state;

/* The state before the first update: moments zero. */
void sl_optimizer_reset(sl_optimizer_state *state, size_t count);

/* Update number t (0 for the first) of params by grads, both [count]; learning_rate is this
 * update's, the rest comes from the settings. */
void sl_optimizer_update(sl_optimizer_state *state, const sl_settings *settings, int32_t t,
                         double learning_rate, float *params, const float *grads, size_t count);

#endif
