#include "batch_norm.h"

#include "elementary.h"

static const float EPSILON = 1e-3f, MOMENTUM = 0.99f;

static inline v4 sqrt4(v4 value)
{
    for (int i = 0; i < 4; i++) value[i] = sl_sqrtf(value[i]);
    return value;
}

static inline v4 inverse_deviation(v4 variance)
{
    return splat4(1.0f) / sqrt4(variance + splat4(EPSILON));
}

/* average += (1 - momentum) (now - average), for four units whose averages stand at `average`. */
static inline void move(float *average, v4 now)
{
    v4 old = load4(average);
    store4(average, old + splat4(1.0f - MOMENTUM) * (now - old));
}

void sl_batch_norm_train(sl_layer *layer, float *params, int32_t samples)
{
    const ptrdiff_t ld = layer->ld;
    const v4 share = splat4(1.0f / (float)samples);

    for (int32_t j = 0; j < layer->ld; j += 4) {
        float *act = layer->act + j, *norm = layer->norm + j;
        v4 mean = splat4(0.0f), variance = splat4(0.0f);
        for (int32_t i = 0; i < samples; i++) mean += load4(act + i * ld);
        mean *= share;
        for (int32_t i = 0; i < samples; i++) {
            v4 away = load4(act + i * ld) - mean;
            variance += away * away;
        }
        variance *= share;
        move(params + layer->mean + j, mean);
        move(params + layer->variance + j, variance);

        v4 inv = inverse_deviation(variance);
        v4 gamma = load4(params + layer->gamma + j), beta = load4(params + layer->beta + j);
        store4(layer->inv + j, inv);
        for (int32_t i = 0; i < samples; i++) {
            v4 normalised = (load4(act + i * ld) - mean) * inv;
            store4(norm + i * ld, normalised);
            store4(act + i * ld, gamma * normalised + beta);
        }
    }
}

void sl_batch_norm_infer(sl_layer *layer, const float *params, int32_t samples)
{
    for (int32_t j = 0; j < layer->ld; j += 4) {
        v4 mean = load4(params + layer->mean + j);
        v4 inv = inverse_deviation(load4(params + layer->variance + j));
        v4 gamma = load4(params + layer->gamma + j), beta = load4(params + layer->beta + j);
        for (int32_t i = 0; i < samples; i++) {
            float *at = layer->act + (ptrdiff_t)i * layer->ld + j;
            store4(at, gamma * ((load4(at) - mean) * inv) + beta);
        }
    }
}

void sl_batch_norm_backward(const sl_layer *layer, float *grads, const float *params, float *delta,
                            int32_t samples)
{
    const ptrdiff_t ld = layer->ld;
    const v4 share = splat4(1.0f / (float)samples);

    for (int32_t j = 0; j < layer->ld; j += 4) {
        float *d = delta + j;
        const float *norm = layer->norm + j;
        v4 by_gamma = splat4(0.0f), by_beta = splat4(0.0f);
        for (int32_t i = 0; i < samples; i++) {
            by_gamma += load4(d + i * ld) * load4(norm + i * ld);
            by_beta += load4(d + i * ld);
        }
        store4(grads + layer->gamma + j, by_gamma);
        store4(grads + layer->beta + j, by_beta);

        v4 scale = load4(params + layer->gamma + j) * load4(layer->inv + j);
        v4 mean = by_beta * share, slope = by_gamma * share;
        for (int32_t i = 0; i < samples; i++)
            store4(d + i * ld, scale * (load4(d + i * ld) - mean - load4(norm + i * ld) * slope));
    }
}
