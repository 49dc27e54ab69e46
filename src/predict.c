/* Questions to a trained network, answered in blocks that stay in cache. */
#include <string.h>

#include "loss.h"
#include "trainer.h"

enum { BLOCK = 64 }; /* samples a pass: activations of some 60 kB for the article network */

/* One block; probabilities and classes may be NULL. */
static void predict_block(sl_trainer *trainer, float *probabilities, uint8_t *classes,
                          const float *x, int32_t samples) {
    int32_t ld = sl_network_output(&trainer->network)->ld;
    const float *logits = sl_network_forward(&trainer->network, x, samples);
    if (probabilities) sl_softmax(probabilities, logits, samples, trainer->classes, ld);
    for (int32_t i = 0; classes && i < samples; i++)
        classes[i] = (uint8_t)sl_argmax(logits + (size_t)i * (size_t)ld, trainer->classes);
}

static int32_t block_from(int32_t start, int32_t samples) {
    return samples - start < BLOCK ? samples - start : BLOCK;
}

static float *row_or_null(float *probabilities, int32_t row, int32_t classes) {
    return probabilities ? probabilities + (size_t)row * (size_t)classes : NULL;
}

void sl_trainer_predict(sl_trainer *trainer, float *probabilities, uint8_t *classes, const float *x,
                        int32_t samples) {
    for (int32_t start = 0; start < samples; start += BLOCK)
        predict_block(trainer, row_or_null(probabilities, start, trainer->classes),
                      classes ? classes + start : NULL, x + (size_t)start * SL_INPUTS,
                      block_from(start, samples));
}

/* Element i of numpy.linspace(start, stop, n), as float. */
static float linspace(double start, double stop, int32_t n, int32_t i) {
    if (n == 1) return (float)start;
    return (float)(i == n - 1 ? stop : i * ((stop - start) / (n - 1)) + start);
}

void sl_trainer_predict_grid(sl_trainer *trainer, float *probabilities, uint8_t *classes,
                             double x_min, double x_max, double y_min, double y_max,
                             int32_t columns, int32_t rows) {
    float points[BLOCK * SL_INPUTS];
    int32_t samples = columns * rows;

    for (int32_t start = 0; start < samples; start += BLOCK) {
        int32_t count = block_from(start, samples);
        for (int32_t i = 0; i < count; i++) {
            points[2 * i] = linspace(x_min, x_max, columns, (start + i) % columns);
            points[2 * i + 1] = linspace(y_min, y_max, rows, (start + i) / columns);
        }
        predict_block(trainer, row_or_null(probabilities, start, trainer->classes),
                      classes ? classes + start : NULL, points, count);
    }
}

void sl_trainer_evaluate(sl_trainer *trainer, double *loss, double *accuracy, uint32_t *confusion) {
    int32_t ld = sl_network_output(&trainer->network)->ld, hits = 0;
    double sum = 0.0;
    uint8_t predicted[BLOCK];
    if (confusion)
        memset(confusion, 0,
               (size_t)trainer->classes * (size_t)trainer->classes * sizeof *confusion);

    for (int32_t start = 0; start < trainer->samples; start += BLOCK) {
        int32_t count = block_from(start, trainer->samples);
        const uint8_t *y = trainer->y + start;
        predict_block(trainer, NULL, predicted, trainer->x + (size_t)start * SL_INPUTS, count);
        sum += sl_cross_entropy(NULL, sl_network_output(&trainer->network)->out, y, count,
                                trainer->classes, ld);
        for (int32_t i = 0; i < count; i++) {
            hits += predicted[i] == y[i];
            if (confusion) confusion[y[i] * trainer->classes + predicted[i]]++;
        }
    }
    if (loss) *loss = sum / trainer->samples;
    if (accuracy) *accuracy = (double)hits / trainer->samples;
}
