/* Questions to a trained network, answered in blocks that stay in cache. */
#include <string.h>

#include "evaluate.h"
#include "inputs.h"
#include "loss.h"
#include "trainer.h"

const float *sl_trainer_see(sl_trainer *trainer, const float *x, int32_t samples)
{
    if (trainer->settings.features == SL_PLAIN) return x;
    sl_expand(trainer->batch_x, x, samples, trainer->settings.features);
    return trainer->batch_x;
}

void sl_trainer_predict(sl_trainer *trainer, float *probabilities, uint8_t *predicted,
                        const float *x, int32_t samples)
{
    sl_network *network = &trainer->network;
    const int32_t ld = sl_network_output(network)->ld, classes = sl_network_output(network)->units;

    for (int32_t start = 0; start < samples; start += SL_BLOCK) {
        int32_t count = sl_block_from(start, samples);
        const float *seen = sl_trainer_see(trainer, x + (ptrdiff_t)start * SL_COORDINATES, count);
        const float *logits = sl_network_infer(network, seen, count);
        if (probabilities)
            sl_probabilities(network->output, probabilities + (ptrdiff_t)start * classes, logits,
                             count, classes, ld);
        for (int32_t i = 0; predicted && i < count; i++)
            predicted[start + i] = (uint8_t)sl_argmax(logits + (ptrdiff_t)i * ld, classes);
    }
}

void sl_trainer_activations(sl_trainer *trainer, float *out, int32_t layer, const float *x,
                            int32_t samples)
{
    const sl_layer *asked = &trainer->network.layer[layer];

    for (int32_t start = 0; start < samples; start += SL_BLOCK) {
        int32_t count = sl_block_from(start, samples);
        const float *seen = sl_trainer_see(trainer, x + (ptrdiff_t)start * SL_COORDINATES, count);
        sl_network_infer(&trainer->network, seen, count);
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
    const int32_t first = validation ? trainer->training : 0;
    sl_evaluate(&trainer->network, loss, accuracy, confusion,
                sl_trainer_inputs_from(trainer, first), trainer->y + first,
                sl_trainer_samples(trainer, validation));
}

void sl_trainer_sample_losses(sl_trainer *trainer, float *losses)
{
    sl_network *network = &trainer->network;
    const int32_t ld = sl_network_output(network)->ld, classes = sl_network_output(network)->units;

    for (int32_t start = 0; start < trainer->samples; start += SL_BLOCK) {
        int32_t count = sl_block_from(start, trainer->samples);
        const float *seen = sl_trainer_inputs_from(trainer, start);
        const float *logits = sl_network_infer(network, seen, count);
        for (int32_t i = 0; i < count; i++)
            losses[trainer->origin[start + i]] =
                (float)sl_loss(network->output, NULL, logits + (ptrdiff_t)i * ld,
                               trainer->y + start + i, 1, classes, ld);
    }
}

void sl_trainer_validation_mask(const sl_trainer *trainer, uint8_t *mask)
{
    for (int32_t i = 0; i < trainer->samples; i++)
        mask[trainer->origin[i]] = i >= trainer->training;
}
