#include "optimizer.h"

#include <stdlib.h>
#include <string.h>

#include "elementary.h"

/*
 * Without care, the moments of a unit that has died (its gradient stays 0) shrink into the
 * subnormal numbers, on which processors are a hundred times slower. So what is too small to matter
 * becomes zero: gradients at every update, moments every few updates, in which they shrink little
 * further.
 */
static const float TINY = 1e-30f;
static const float TINY_ROOT = 1e-15f; /* what is smaller has a tiny square */
enum { FLUSH_EVERY = 32 };

static inline float flushed(float value, float tiny)
{
    return __builtin_fabsf(value) < tiny ? 0.0f : value;
}

static void flush(float *moments, size_t count)
{
    for (size_t i = 0; i < count; i++) moments[i] = flushed(moments[i], TINY);
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
        float g = flushed(grads[i], TINY), root = flushed(g, TINY_ROOT);
        v[i] += rest * (root * root - v[i]);
        params[i] -= rate * g / sl_sqrtf(v[i] + epsilon);
    }
}

/* alpha: the step size with both bias corrections in it. */
RULE adam(float *restrict params, float *restrict m, float *restrict v, const float *restrict grads,
          size_t count, float alpha, float rest_1, float rest_2, float epsilon)
{
    for (size_t i = 0; i < count; i++) {
        float g = flushed(grads[i], TINY), root = flushed(g, TINY_ROOT);
        m[i] += rest_1 * (g - m[i]);
        v[i] += rest_2 * (root * root - v[i]);
        params[i] -= alpha * m[i] / (sl_sqrtf(v[i]) + epsilon);
    }
}

/* AdamW shrinks every parameter before Adam's update. */
RULE decay(float *params, size_t count, float factor)
{
    for (size_t i = 0; i < count; i++) params[i] -= factor * params[i];
}

static double corrected(sl_powers *powers, const sl_settings *settings, double rate)
{
    powers->beta_1 *= settings->beta_1;
    powers->beta_2 *= settings->beta_2;
    return rate * sl_sqrt(1.0 - powers->beta_2) / (1.0 - powers->beta_1);
}

void sl_optimizer_update(const sl_learned *learned, sl_powers *powers, const sl_settings *settings,
                         int64_t t, double learning_rate, const float *grads, size_t count)
{
    float *params = learned->params, *m = learned->m, *v = learned->v;
    const float rate = (float)learning_rate, keep = (float)settings->momentum;
    const float epsilon = (float)settings->epsilon;

    if (t % FLUSH_EVERY == 0) {
        flush(m, count);
        flush(v, count);
    }
    switch ((sl_optimizer)settings->optimizer) {
    case SL_SGD: sgd(params, grads, count, rate); break;
    case SL_MOMENTUM: momentum(params, m, grads, count, rate, keep); break;
    case SL_NESTEROV: nesterov(params, m, grads, count, rate, keep); break;
    case SL_RMSPROP:
        rmsprop(params, v, grads, count, rate, (float)(1.0 - settings->rho), epsilon);
        break;
    case SL_ADAMW:
        decay(params, count, (float)(learning_rate * settings->weight_decay));
        __attribute__((fallthrough));
    case SL_ADAM:
        adam(params, m, v, grads, count, (float)corrected(powers, settings, learning_rate),
             (float)(1.0 - settings->beta_1), (float)(1.0 - settings->beta_2), epsilon);
        break;
    }
}

sl_status sl_optimizer_path(const sl_settings *settings, float *path, const float *start,
                            const float *gradients, int32_t updates, int32_t count)
{
    sl_status status = sl_settings_check(settings);
    if (status) return status;
    const size_t size = (size_t)count;
    float *state = calloc(3 * size + 1, sizeof *state);
    if (!state) return SL_ERROR_MEMORY;

    const sl_learned learned = {state, state + size, state + 2 * size};
    sl_powers powers = {1.0, 1.0};
    memcpy(learned.params, start, size * sizeof *start);
    for (int32_t t = 0; t < updates; t++, gradients += size, path += size) {
        sl_optimizer_update(&learned, &powers, settings, t, settings->learning_rate, gradients,
                            size);
        memcpy(path, learned.params, size * sizeof *path);
    }
    free(state);
    return SL_OK;
}
