#include "evaluate.h"

#include <math.h> /* NAN, nothing else */
#include <string.h>

#include "loss.h"

void sl_evaluate(sl_network *network, double *loss, double *accuracy, uint32_t *confusion,
                 const float *x, const uint8_t *y, int32_t samples)
{
    const int32_t classes = sl_network_output(network)->units, ld = sl_network_output(network)->ld;
    const int32_t inputs = sl_network_inputs(network);
    int32_t hits = 0;
    double sum = 0.0;
    if (confusion) memset(confusion, 0, (size_t)classes * (size_t)classes * sizeof *confusion);

    for (int32_t start = 0; start < samples; start += SL_BLOCK) {
        const int32_t count = sl_block_from(start, samples);
        const uint8_t *labels = y + start;
        const float *logits = sl_network_infer(network, x + (ptrdiff_t)start * inputs, count);
        sum += sl_loss(network->output, NULL, logits, labels, count, classes, ld);
        for (int32_t i = 0; i < count; i++) {
            int32_t predicted = sl_argmax(logits + (ptrdiff_t)i * ld, classes);
            hits += predicted == labels[i];
            if (confusion) confusion[labels[i] * classes + predicted]++;
        }
    }
    if (loss) *loss = samples ? sum / samples : (double)NAN;
    if (accuracy) *accuracy = samples ? (double)hits / samples : (double)NAN;
}
