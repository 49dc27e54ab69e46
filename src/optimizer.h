/* Keras's update rules, as flat loops over all parameters. Internal. */
#ifndef SL_OPTIMIZER_H
#define SL_OPTIMIZER_H

#include "spiral_lab.h"

/* What an update changes. */
typedef struct sl_learned {
    float *params;
    float *m, *v; /* [count]: running mean of the gradient, or velocity; of its square */
} sl_learned;

/* beta_1 and beta_2 to the number of updates taken; 1 and 1 at first. */
typedef struct sl_powers {
    double beta_1, beta_2;
} sl_powers;

/* Update number t (0 for the first) by grads, [count]; learning_rate is this update's, the rest
 * comes from the settings. Before the first, m and v are zero. */
void sl_optimizer_update(const sl_learned *learned, sl_powers *powers, const sl_settings *settings,
                         int64_t t, double learning_rate, const float *grads, size_t count);

#endif
