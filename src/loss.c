#include "loss.h"

#include "elementary.h"

/* e: [classes], exp(z - max z); returns their sum. */
static double exponentials(float *e, const float *z, int32_t classes) {
    float most = z[sl_argmax(z, classes)];
    double sum = 0.0;
    for (int32_t j = 0; j < classes; j++) {
        e[j] = sl_expf(z[j] - most);
        sum += e[j];
    }
    return sum;
}

void sl_softmax(float *probabilities, const float *logits, int32_t samples, int32_t classes,
                int32_t ld) {
    for (int32_t i = 0; i < samples; i++) {
        float *p = probabilities + (size_t)i * (size_t)classes;
        float scale = (float)(1.0 / exponentials(p, logits + (size_t)i * (size_t)ld, classes));
        for (int32_t j = 0; j < classes; j++) p[j] *= scale;
    }
}

double sl_cross_entropy(float *delta, const float *logits, const uint8_t *y, int32_t samples,
                        int32_t classes, int32_t ld) {
    float e[SL_MAX_CLASSES];
    double loss = 0.0, product = 1.0; /* of the sums: one logarithm serves many samples */

    for (int32_t i = 0; i < samples; i++) {
        const float *z = logits + (size_t)i * (size_t)ld;
        double sum = exponentials(e, z, classes);
        loss += (double)z[sl_argmax(z, classes)] - (double)z[y[i]];
        product *= sum;
        if (product > 1e200) { /* each sum is at most SL_MAX_CLASSES */
            loss += sl_log(product);
            product = 1.0;
        }
        if (!delta) continue;

        float *d = delta + (size_t)i * (size_t)ld, scale = (float)(1.0 / (sum * samples));
        for (int32_t j = 0; j < ld; j++) d[j] = j < classes ? e[j] * scale : 0.0f;
        d[y[i]] -= 1.0f / (float)samples;
    }
    return loss + sl_log(product);
}
