#include "optimizer.h"

#include <string.h>

#include "elementary.h"

static const double BETA_1 = 0.9, BETA_2 = 0.999;
static const float EPSILON = 1e-7f; /* Keras's; added to the root of v */

void sl_optimizer_reset(sl_optimizer_state *state, size_t count) {
    state->power_1 = state->power_2 = 1.0;
    memset(state->m, 0, count * sizeof *state->m);
    memset(state->v, 0, count * sizeof *state->v);
}

/* Zero for what is too small to tell. Without this, the moments of a unit that has died (its
 * gradient stays 0) shrink into the subnormal numbers, on which processors are a hundred times
 * slower. */
static inline float flushed(float value, float tiny) {
    return __builtin_fabsf(value) < tiny ? 0.0f : value;
}

static const float TINY_G = 1e-15f, TINY = 1e-30f; /* the square of the one is the other */

/* Kept a function of its own for V8 (see gemm.c); the loop vectorises as it stands. */
__attribute__((noinline)) static void adam(float *restrict params, float *restrict m,
                                           float *restrict v, const float *restrict grads,
                                           size_t count, float alpha, float rest_1, float rest_2) {
    for (size_t i = 0; i < count; i++) {
        float g = flushed(grads[i], TINY_G);
        m[i] = flushed(m[i] + rest_1 * (g - m[i]), TINY);
        v[i] = flushed(v[i] + rest_2 * (g * g - v[i]), TINY);
        params[i] -= alpha * m[i] / (sl_sqrtf(v[i]) + EPSILON);
    }
}

void sl_optimizer_update(sl_optimizer_state *state, double learning_rate, float *params,
                         const float *grads, size_t count) {
    state->power_1 *= BETA_1;
    state->power_2 *= BETA_2;
    double alpha = learning_rate * sl_sqrt(1.0 - state->power_2) / (1.0 - state->power_1);
    adam(params, state->m, state->v, grads, count, (float)alpha, (float)(1.0 - BETA_1),
         (float)(1.0 - BETA_2));
}
