#include "optimizer.h"

#include <stdlib.h>
#include <string.h>

#include "elementary.h"

void sl_optimizer_reset(sl_optimizer_state *state, size_t count)
{
    state->power_1 = state->power_2 = 1.0;
    memset(state->m, 0, count * sizeof *state->m);
    memset(state->v, 0, count * sizeof *state->v);
}

/*
 * Without care, the moments of a unit that has died (its gradient stays 0) shrink into the
 * subnormal numbers, on which processors are a hundred times slower. So what is too small to tell
 * becomes zero: gradients at every update, moments every so many, in which they shrink little
 * further.
 */
static const float TINY_GRADIENT = 1e-15f; /* its square is no subnormal number */
static const float TINY_MOMENT = 1e-30f;
enum { FLUSH_EVERY = 32 };

static inline float flushed(float value, float tiny)
{
    return __builtin_fabsf(value) < tiny ? 0.0f : value;
}

static void flush(float *moments, size_t count)
{
    for (size_t i = 0; i < count; i++) moments[i] = flushed(moments[i], TINY_MOMENT);
}

/* The rules are functions of their own for V8 (see gemm.c); the loops vectorise as they stand. */
#define RULE __attribute__((noinline)) static void

RULE sgd(float *restrict params, const float *restrict grads, size_t count, float rate)
{
    for (size_t i = 0; i < count; i++) params[i] -= rate * grads[i];
}

RULE momentum(float *restrict params, float *restrict m, const float *restrict grads, size_t count,
              float rate, float keep)
{
    for (size_t i = 0; i < count; i++) {
        m[i] = keep * m[i] - rate * grads[i];
        params[i] += m[i];
    }
}

RULE nesterov(float *restrict params, float *restrict m, const float *restrict grads, size_t count,
              float rate, float keep)
{
    for (size_t i = 0; i < count; i++) {
        float step = rate * grads[i];
        m[i] = keep * m[i] - step;
        params[i] += keep * m[i] - step;
    }
}

RULE rmsprop(float *restrict params, float *restrict v, const float *restrict grads, size_t count,
             float rate, float rest, float epsilon)
{
    for (size_t i = 0; i < count; i++) {
        float g = flushed(grads[i], TINY_GRADIENT);
        v[i] += rest * (g * g - v[i]);
        params[i] -= rate * g / sl_sqrtf(v[i] + epsilon);
    }
}

/* alpha: the step size with both bias corrections in it. */
RULE adam(float *restrict params, float *restrict m, float *restrict v, const float *restrict grads,
          size_t count, float alpha, float rest_1, float rest_2, float epsilon)
{
    for (size_t i = 0; i < count; i++) {
        float g = flushed(grads[i], TINY_GRADIENT);
        m[i] += rest_1 * (g - m[i]);
        v[i] += rest_2 * (g * g - v[i]);
        params[i] -= alpha * m[i] / (sl_sqrtf(v[i]) + epsilon);
    }
}

/* AdamW shrinks every parameter before Adam's update. */
RULE decay(float *params, size_t count, float factor)
{
    for (size_t i = 0; i < count; i++) params[i] -= factor * params[i];
}

static double corrected(sl_optimizer_state *state, const sl_settings *settings, double rate)
{
    state->power_1 *= settings->beta_1;
    state->power_2 *= settings->beta_2;
    return rate * sl_sqrt(1.0 - state->power_2) / (1.0 - state->power_1);
}

void sl_optimizer_update(sl_optimizer_state *state, const sl_settings *settings, int32_t t,
                         double learning_rate, float *params, const float *grads, size_t count)
{
    const float rate = (float)learning_rate, keep = (float)settings->momentum;
    const float epsilon = (float)settings->epsilon;

    if (t % FLUSH_EVERY == 0) {
        flush(state->m, count);
        flush(state->v, count);
    }
    switch ((sl_optimizer)settings->optimizer) {
    case SL_SGD: sgd(params, grads, count, rate); break;
    case SL_MOMENTUM: momentum(params, state->m, grads, count, rate, keep); break;
    case SL_NESTEROV: nesterov(params, state->m, grads, count, rate, keep); break;
    case SL_RMSPROP:
        rmsprop(params, state->v, grads, count, rate, (float)(1.0 - settings->rho), epsilon);
        break;
    case SL_ADAMW:
        decay(params, count, (float)(learning_rate * settings->weight_decay));
        __attribute__((fallthrough));
    case SL_ADAM:
        adam(params, state->m, state->v, grads, count,
             (float)corrected(state, settings, learning_rate), (float)(1.0 - settings->beta_1),
             (float)(1.0 - settings->beta_2), epsilon);
        break;
    }
}

sl_status sl_optimizer_path(const sl_settings *settings, float *path, const float *start,
                            const float *gradients, int32_t updates, int32_t count)
{
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    sl_optimizer_state state = {0};
    const size_t size = (size_t)count * sizeof *path;
    state.m = malloc(size + 1);
    state.v = malloc(size + 1);
    float *params = malloc(size + 1);
    if (state.m && state.v && params) {
        sl_optimizer_reset(&state, (size_t)count);
        memcpy(params, start, size);
        for (int32_t t = 0; t < updates; t++) {
            sl_optimizer_update(&state, settings, t, settings->learning_rate, params,
                                gradients + (ptrdiff_t)t * count, (size_t)count);
            memcpy(path + (ptrdiff_t)t * count, params, size);
        }
    } else {
        status = SL_ERROR_MEMORY;
    }
    free(state.m);
    free(state.v);
    free(params);
    return status;
}
