#include "loss.h"

#include "activation.h"
#include "elementary.h"

enum { WIDEST = (SL_MAX_CLASSES + 3) / 4 * 4 };

/* e: [ld], becomes exp(z - max z); returns the sum over the classes. */
static double exponentials(float *e, const float *z, int32_t classes, int32_t ld)
{
    v4 most = splat4(z[sl_argmax(z, classes)]);
    double sum = 0.0;
    for (int32_t j = 0; j < ld; j += 4) store4(e + j, exp4(load4(z + j) - most));
    for (int32_t j = 0; j < classes; j++) sum += e[j];
    return sum;
}

void sl_probabilities(sl_output output, float *probabilities, const float *logits, int32_t samples,
                      int32_t classes, int32_t ld)
{
    float e[WIDEST];
    for (int32_t i = 0; i < samples; i++) {
        const float *z = logits + (ptrdiff_t)i * ld;
        float *p = probabilities + (ptrdiff_t)i * classes;
        if (output == SL_SIGMOID_OUTPUT) {
            for (int32_t j = 0; j < classes; j++) p[j] = sl_sigmoid(z[j]);
        } else {
            float scale = (float)(1.0 / exponentials(e, z, classes, ld));
            for (int32_t j = 0; j < classes; j++) p[j] = e[j] * scale;
        }
    }
}

/* A sum of logarithms. Factors are multiplied while their product is small: one log serves many. */
typedef struct log_sum {
    double sum, product;
} log_sum;

static void add_log_of(log_sum *logs, double factor) /* factor: 1 to 1e100 */
{
    logs->product *= factor;
    if (logs->product > 1e200) {
        logs->sum += sl_log(logs->product);
        logs->product = 1.0;
    }
}

static double softmax_loss(float *delta, const float *logits, const uint8_t *y, int32_t samples,
                           int32_t classes, int32_t ld)
{
    float e[WIDEST];
    log_sum logs = {0.0, 1.0};

    for (int32_t i = 0; i < samples; i++) {
        const float *z = logits + (ptrdiff_t)i * ld;
        double sum = exponentials(e, z, classes, ld);
        logs.sum += (double)z[sl_argmax(z, classes)] - (double)z[y[i]];
        add_log_of(&logs, sum);
        if (!delta) continue;

        float *d = delta + (ptrdiff_t)i * ld, scale = (float)(1.0 / (sum * samples));
        for (int32_t j = 0; j < ld; j++) d[j] = j < classes ? e[j] * scale : 0.0f;
        d[y[i]] -= 1.0f / (float)samples;
    }
    return logs.sum + sl_log(logs.product);
}

/* max(z, 0) - z t + log(1 + e^-|z|), so that nothing overflows. */
static double sigmoid_loss(float *delta, const float *logits, const uint8_t *y, int32_t samples,
                           int32_t classes, int32_t ld)
{
    const float share = (float)(1.0 / ((double)samples * classes));
    log_sum logs = {0.0, 1.0};

    for (int32_t i = 0; i < samples; i++) {
        const float *z = logits + (ptrdiff_t)i * ld;
        float *d = delta ? delta + (ptrdiff_t)i * ld : NULL;
        for (int32_t j = 0; j < classes; j++) {
            float target = j == y[i] ? 1.0f : 0.0f;
            logs.sum += (double)(z[j] > 0.0f ? z[j] : 0.0f) - (double)(z[j] * target);
            add_log_of(&logs, 1.0 + (double)exp4(-abs4(splat4(z[j])))[0]);
            if (d) d[j] = (sl_sigmoid(z[j]) - target) * share;
        }
        for (int32_t j = classes; d && j < ld; j++) d[j] = 0.0f;
    }
    return (logs.sum + sl_log(logs.product)) / classes;
}

double sl_loss(sl_output output, float *delta, const float *logits, const uint8_t *y,
               int32_t samples, int32_t classes, int32_t ld)
{
    return output == SL_SIGMOID_OUTPUT ? sigmoid_loss(delta, logits, y, samples, classes, ld)
                                       : softmax_loss(delta, logits, y, samples, classes, ld);
}
