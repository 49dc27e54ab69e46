/* What views ask of a layer. */
#include "support.h"

static void norms_are_those_of_the_numbers(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    sl_norms norms;
    double kernel = 0, bias = 0;
    sl_trainer_train(trainer, 3);
    float *weights = weights_of(trainer);
    for (int i = 0; i < 24; i++) kernel += (double)weights[i] * (double)weights[i];
    for (int i = 24; i < 36; i++) bias += (double)weights[i] * (double)weights[i];
    sl_trainer_norms(trainer, &norms, 0);
    CHECK_NEAR(norms.kernel, sqrt(kernel), 1e-9);
    CHECK_NEAR(norms.bias, sqrt(bias), 1e-9);
    CHECK(norms.bias > 0 && norms.kernel_gradient > 0 && norms.bias_gradient > 0);
    free(weights);
    sl_trainer_free(trainer);
}

static void dead_units_are_found(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    uint8_t dead[12];
    float *weights = weights_of(trainer);
    CHECK_INT(sl_trainer_dead_units(trainer, dead, 0), 0);
    weights[24 + 3] = weights[24 + 8] = -100.0f; /* biases that no input overcomes */
    sl_trainer_set_weights(trainer, weights);
    CHECK_INT(sl_trainer_dead_units(trainer, dead, 0), 2);
    for (int j = 0; j < 12; j++) CHECK_INT(dead[j], j == 3 || j == 8);
    CHECK_INT(sl_trainer_dead_units(trainer, NULL, 0), 2);
    free(weights);
    sl_trainer_free(trainer);
}

static void histograms_count_everything_once(void)
{
    sl_settings settings = small();
    sl_trainer *trainer = make(&settings);
    const int totals[] = {12 * 7, 12 * 7, 7 * 150}; /* the second layer's */
    sl_trainer_train(trainer, 3);
    for (int quantity = SL_WEIGHTS; quantity <= SL_ACTIVATIONS; quantity++) {
        uint32_t counts[10], sum = 0;
        double range[2];
        sl_trainer_histogram(trainer, counts, range, (sl_quantity)quantity, 1, 10);
        for (int i = 0; i < 10; i++) sum += counts[i];
        CHECK_INT(sum, totals[quantity]);
        CHECK(range[0] < range[1]);
        CHECK(counts[0] >= 1 && counts[9] >= 1); /* the least and the greatest */
    }
    sl_trainer_free(trainer);
}

static void activations_are_those_of_the_layer(void)
{
    sl_settings settings = small();
    settings.activation = SL_TANH;
    sl_trainer *trainer = make(&settings);
    float *weights = weights_of(trainer), out[12], x[2] = {0.3f, -0.7f};
    sl_trainer_activations(trainer, out, 0, x, 1);
    for (int j = 0; j < 12; j++) {
        double z = (double)x[0] * (double)weights[j] + (double)x[1] * (double)weights[12 + j];
        CHECK_NEAR((double)out[j], tanh(z), 1e-6);
    }
    free(weights);
    sl_trainer_free(trainer);
}

int main(void)
{
    norms_are_those_of_the_numbers();
    dead_units_are_found();
    histograms_count_everything_once();
    activations_are_those_of_the_layer();
    return check_verdict();
}
