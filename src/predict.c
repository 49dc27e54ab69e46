/* Questions to a trained network, answered in blocks that stay in cache. */
#include <math.h> /* NAN, nothing else */
#include <string.h>

#include "loss.h"
#include "trainer.h"

void sl_trainer_predict(sl_trainer *trainer, float *probabilities, uint8_t *classes, const float *x,
                        int32_t samples)
{
    const int32_t ld = sl_network_output(&trainer->network)->ld, width = trainer->classes;

    for (int32_t start = 0; start < samples; start += SL_BLOCK) {
        int32_t count = sl_block_from(start, samples);
        const float *logits =
            sl_network_infer(&trainer->network, x + (ptrdiff_t)start * SL_INPUTS, count);
        if (probabilities)
            sl_probabilities((sl_output)trainer->settings.output,
                             probabilities + (ptrdiff_t)start * width, logits, count, width, ld);
        for (int32_t i = 0; classes && i < count; i++)
            classes[start + i] = (uint8_t)sl_argmax(logits + (ptrdiff_t)i * ld, width);
    }
}

void sl_trainer_activations(sl_trainer *trainer, float *out, int32_t layer, const float *x,
                            int32_t samples)
{
    const sl_layer *asked = &trainer->network.layer[layer];

    for (int32_t start = 0; start < samples; start += SL_BLOCK) {
        int32_t count = sl_block_from(start, samples);
        sl_network_infer(&trainer->network, x + (ptrdiff_t)start * SL_INPUTS, count);
        for (int32_t i = 0; i < count; i++, out += asked->units)
            memcpy(out, asked->act + (ptrdiff_t)i * asked->ld, (size_t)asked->units * sizeof *out);
    }
}

int32_t sl_trainer_samples(const sl_trainer *trainer, bool validation)
{
    return validation ? trainer->samples - trainer->training : trainer->training;
}

void sl_trainer_evaluate(sl_trainer *trainer, bool validation, double *loss, double *accuracy,
                         uint32_t *confusion)
{
    const int32_t samples = sl_trainer_samples(trainer, validation), width = trainer->classes;
    const int32_t first = validation ? trainer->training : 0;
    const int32_t ld = sl_network_output(&trainer->network)->ld;
    int32_t hits = 0;
    double sum = 0.0;
    if (confusion) memset(confusion, 0, (size_t)width * (size_t)width * sizeof *confusion);

    for (int32_t start = 0; start < samples; start += SL_BLOCK) {
        int32_t count = sl_block_from(start, samples);
        const uint8_t *y = trainer->y + first + start;
        const float *x = trainer->x + (ptrdiff_t)(first + start) * SL_INPUTS;
        const float *logits = sl_network_infer(&trainer->network, x, count);
        sum += sl_loss((sl_output)trainer->settings.output, NULL, logits, y, count, width, ld);
        for (int32_t i = 0; i < count; i++) {
            int32_t predicted = sl_argmax(logits + (ptrdiff_t)i * ld, width);
            hits += predicted == y[i];
            if (confusion) confusion[y[i] * width + predicted]++;
        }
    }
    if (loss) *loss = samples ? sum / samples : (double)NAN;
    if (accuracy) *accuracy = samples ? (double)hits / samples : (double)NAN;
}

void sl_trainer_sample_losses(sl_trainer *trainer, float *losses)
{
    const int32_t ld = sl_network_output(&trainer->network)->ld;

    for (int32_t start = 0; start < trainer->samples; start += SL_BLOCK) {
        int32_t count = sl_block_from(start, trainer->samples);
        const float *logits =
            sl_network_infer(&trainer->network, trainer->x + (ptrdiff_t)start * SL_INPUTS, count);
        for (int32_t i = 0; i < count; i++)
            losses[trainer->place[start + i]] = (float)sl_loss(
                (sl_output)trainer->settings.output, NULL, logits + (ptrdiff_t)i * ld,
                trainer->y + start + i, 1, trainer->classes, ld);
    }
}

void sl_trainer_validation_mask(const sl_trainer *trainer, uint8_t *mask)
{
    for (int32_t i = 0; i < trainer->samples; i++) mask[trainer->place[i]] = i >= trainer->training;
}
