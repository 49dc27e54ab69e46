#include "regularize.h"

#include "elementary.h"

static size_t kernel_size(const sl_layer *layer)
{
    return (size_t)layer->inputs * (size_t)layer->ld;
}

double sl_penalty(const sl_network *network, double l1, double l2)
{
    double absolute = 0.0, squares = 0.0;
    if (l1 == 0.0 && l2 == 0.0) return 0.0;
    for (int32_t l = 0; l < network->layers; l++) {
        const float *kernel = network->params + network->layer[l].kernel;
        for (size_t i = 0; i < kernel_size(&network->layer[l]); i++) {
            double w = kernel[i];
            absolute += w < 0 ? -w : w;
            squares += w * w;
        }
    }
    return l1 * absolute + l2 * squares;
}

void sl_add_penalty_gradient(sl_network *network, double l1, double l2)
{
    const float slope_1 = (float)l1, slope_2 = (float)(2.0 * l2);
    if (l1 == 0.0 && l2 == 0.0) return;
    for (int32_t l = 0; l < network->layers; l++) {
        const float *kernel = network->params + network->layer[l].kernel;
        float *grads = network->grads + network->layer[l].kernel;
        for (size_t i = 0; i < kernel_size(&network->layer[l]); i++) {
            float w = kernel[i], sign = (float)((w > 0.0f) - (w < 0.0f));
            grads[i] += slope_1 * sign + slope_2 * w;
        }
    }
}

void sl_clip_gradients(sl_network *network, double clip_norm)
{
    double squares = 0.0;
    if (clip_norm == 0.0) return;
    for (size_t i = 0; i < network->trainable; i++)
        squares += (double)network->grads[i] * (double)network->grads[i];
    double norm = sl_sqrt(squares);
    if (norm <= clip_norm) return;
    const float scale = (float)(clip_norm / norm);
    for (size_t i = 0; i < network->trainable; i++) network->grads[i] *= scale;
}
