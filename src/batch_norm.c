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

void sl_batch_norm_train(sl_layer *layer, const float *params, int32_t samples)
{
    const ptrdiff_t ld = layer->ld;
    const v4 share = splat4(1.0f / (float)samples);

    for (int32_t j = 0; j < layer->ld; j += 4) {
        float *act = layer->act + j, *normalized = layer->normalized + j;
        v4 mean = splat4(0.0f), variance = splat4(0.0f);
        for (int32_t i = 0; i < samples; i++) mean += load4(act + i * ld);
        mean *= share;
        for (int32_t i = 0; i < samples; i++) {
            v4 away = load4(act + i * ld) - mean;
            variance += away * away;
        }
        variance *= share;
        store4(layer->batch_mean + j, mean);
        store4(layer->batch_variance + j, variance);

        v4 inv = inverse_deviation(variance);
        v4 gamma = load4(params + layer->gamma + j), beta = load4(params + layer->beta + j);
        store4(layer->inv + j, inv);
        for (int32_t i = 0; i < samples; i++) {
            v4 now = (load4(act + i * ld) - mean) * inv;
            store4(normalized + i * ld, now);
            store4(act + i * ld, gamma * now + beta);
        }
    }
}

/* average += (1 - momentum) (now - average) */
static void move(float *average, const float *now, int32_t count)
{
    for (int32_t j = 0; j < count; j++) average[j] += (1.0f - MOMENTUM) * (now[j] - average[j]);
}

void sl_batch_norm_move_averages(const sl_layer *layer, float *params)
{
    move(params + layer->mean, layer->batch_mean, layer->ld);
    move(params + layer->variance, layer->batch_variance, layer->ld);
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
        const float *normalized = layer->normalized + j;
        v4 by_gamma = splat4(0.0f), by_beta = splat4(0.0f);
        for (int32_t i = 0; i < samples; i++) {
            by_gamma += load4(d + i * ld) * load4(normalized + i * ld);
            by_beta += load4(d + i * ld);
        }
        store4(grads + layer->gamma + j, by_gamma);
        store4(grads + layer->beta + j, by_beta);

        v4 scale = load4(params + layer->gamma + j) * load4(layer->inv + j);
        v4 mean = by_beta * share, slope = by_gamma * share;
        for (int32_t i = 0; i < samples; i++)
            store4(d + i * ld,
                   scale * (load4(d + i * ld) - mean - load4(normalized + i * ld) * slope));
    }
}
