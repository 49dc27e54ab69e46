/* Gradients against central differences, weight by weight, for whatever a network can be made of.
 */
#include "support.h"

enum { SAMPLES = 9 };

static sl_settings sized(const double *units, int layers, int classes)
{
    sl_settings settings;
    sl_settings_init(&settings);
    settings.points = 5;
    settings.classes = classes;
    settings.batch_size = SAMPLES;
    settings.seed = 3;
    CHECK_INT(sl_settings_set_layers(&settings, units, NULL, layers), SL_OK);
    return settings;
}

/* Loss and gradient at the given weights. The trainer is reset first, so that dropout draws the
 * same numbers every time and batch normalisation's averages start anew. */
static double loss_at(sl_trainer *trainer, const float *weights, float *gradients)
{
    float x[2 * SAMPLES];
    uint8_t y[SAMPLES];
    sl_random random;
    sl_random_seed(&random, 12); /* draws that keep every sum away from ReLU's kink */
    for (int i = 0; i < 2 * SAMPLES; i++) x[i] = (float)sl_random_uniform(&random, -2, 2);
    for (int i = 0; i < SAMPLES; i++)
        y[i] = (uint8_t)(i % sl_trainer_layer_units(trainer, sl_trainer_layers(trainer) - 1));
    sl_trainer_reset(trainer);
    sl_trainer_set_weights(trainer, weights);
    return sl_trainer_gradients(trainer, gradients, x, y, SAMPLES);
}

/* The largest |analytic - numeric| of all weights, relative to the largest |numeric|; also the sum
 * of |numeric|, so that zeros cannot pass for a match. */
static double largest_gap(sl_trainer *trainer, float step, double *numeric_sum)
{
    const int32_t count = sl_trainer_parameters(trainer);
    float *weights = malloc((size_t)count * sizeof *weights);
    float *gradients = malloc((size_t)count * sizeof *gradients);
    sl_random random;
    double gap = 0.0, largest = 0.0;

    sl_random_seed(&random, 5);
    sl_trainer_get_weights(trainer, weights);
    for (int32_t i = 0; i < count; i++) weights[i] += (float)sl_random_uniform(&random, -0.2, 0.2);
    loss_at(trainer, weights, gradients);

    *numeric_sum = 0.0;
    for (int32_t i = 0; i < count; i++) {
        const float kept = weights[i], above = kept + step, below = kept - step;
        weights[i] = above;
        double loss_above = loss_at(trainer, weights, NULL);
        weights[i] = below;
        double loss_below = loss_at(trainer, weights, NULL);
        weights[i] = kept;
        double numeric = (loss_above - loss_below) / ((double)above - (double)below);
        *numeric_sum += fabs(numeric);
        largest = fmax(largest, fabs(numeric));
        gap = fmax(gap, fabs(numeric - (double)gradients[i]));
    }
    free(weights);
    free(gradients);
    return gap / largest;
}

static void check_gradients(const char *name, const sl_settings *settings)
{
    sl_trainer *trainer = make(settings);
    double sum, gap = largest_gap(trainer, 3e-4f, &sum);
    if (!check_near(gap, 0.0, 0.01) || !(sum > 0.1)) {
        printf("%s: gap %g, sum %g\n", name, gap, sum);
        check_failures++;
    }
    sl_trainer_free(trainer);
}

static void networks_of_every_depth(void)
{
    const double one[] = {5}, two[] = {7, 4}, four[] = {8, 6, 5, 3};
    sl_settings none = sized(NULL, 0, 3), shallow = sized(one, 1, 2);
    sl_settings middle = sized(two, 2, 3), deep = sized(four, 4, 5);
    sl_settings wide = sized(two, 2, SL_MAX_CLASSES), judged = wide;
    judged.output = SL_SIGMOID_OUTPUT;
    check_gradients("no hidden layer", &none);
    check_gradients("one hidden layer", &shallow);
    check_gradients("two hidden layers", &middle);
    check_gradients("four hidden layers", &deep);
    check_gradients("twenty classes", &wide);
    check_gradients("twenty classes, each judged by itself", &judged);
}

static void every_activation_output_and_regulariser(void)
{
    const double units[] = {6, 5};
    for (int activation = SL_LINEAR; activation <= SL_SIGMOID; activation++) {
        for (int variant = 0; variant < 16; variant++) {
            char name[64];
            sl_settings s = sized(units, 2, 3);
            s.activation = activation;
            s.output = variant & 1 ? SL_SIGMOID_OUTPUT : SL_SOFTMAX;
            s.l1 = variant & 2 ? 0.01 : 0.0;
            s.l2 = variant & 2 ? 0.02 : 0.0;
            s.batch_norm = (variant & 4) != 0;
            s.dropout = variant & 8 ? 0.3 : 0.0;
            snprintf(name, sizeof name, "activation %d, variant %d", activation, variant);
            check_gradients(name, &s);
        }
    }
}

static void layers_of_different_activations(void)
{
    const double units[] = {6, 5, 4}, own[] = {SL_TANH, SL_LEAKY_RELU, SL_ELU};
    sl_settings s = sized(units, 3, 3);
    CHECK_INT(sl_settings_set_layers(&s, units, own, 3), SL_OK);
    check_gradients("tanh, leaky_relu, elu", &s);
}

/* Gradients of a first layer of one to nine inputs, of which four are read at a time. */
static void any_number_of_inputs(void)
{
    const double units[] = {6, 5};
    for (int inputs = 1; inputs <= SL_MAX_INPUTS; inputs++) {
        char name[64];
        sl_settings s = sized(units, 2, 3), none = sized(NULL, 0, 3);
        none.features = s.features = (1 << SL_MAX_INPUTS) - (1 << (SL_MAX_INPUTS - inputs));
        snprintf(name, sizeof name, "%d inputs", inputs);
        check_gradients(name, &s);
        check_gradients(name, &none);
    }
}

static void dropout_keeps_its_share_and_its_mean(void)
{
    const double units[] = {400};
    sl_settings s = sized(units, 1, 2), without = s;
    s.dropout = 0.25;
    sl_trainer *dropping = make(&s), *plain = make(&without);
    const int32_t count = sl_trainer_parameters(plain);
    float *weights = malloc((size_t)count * sizeof *weights);
    float *gradients = malloc((size_t)count * sizeof *gradients);
    float x[2] = {0.5f, -0.3f}, p[2], p_plain[2];
    uint8_t y = 1;

    /* The output kernel's gradient is the hidden activation times one number: 0 where dropped. */
    for (int32_t i = 0; i < count; i++) weights[i] = i < 800 ? 1.0f : i < 1200 ? 2.0f : 0.001f;
    sl_trainer_set_weights(dropping, weights);
    sl_trainer_gradients(dropping, gradients, x, &y, 1);
    int dropped = 0;
    for (int j = 0; j < 400; j++) dropped += gradients[1200 + 2 * j] == 0.0f;
    CHECK_NEAR(dropped / 400.0, 0.25, 0.07);

    sl_trainer_set_weights(plain, weights);
    sl_trainer_predict(dropping, p, NULL, x, 1); /* inference does not drop */
    sl_trainer_predict(plain, p_plain, NULL, x, 1);
    CHECK_INT(memcmp(p, p_plain, sizeof p), 0);
    free(weights);
    free(gradients);
    sl_trainer_free(dropping);
    sl_trainer_free(plain);
}

static void weights_come_back_as_they_were_set(void)
{
    const double units[] = {5, 3};
    enum { COUNT = (3 + 4) * 5 + (6 + 4) * 3 + 4 * 3 };
    float set[COUNT], got[COUNT];
    sl_settings s = sized(units, 2, 3);
    s.batch_norm = 1;
    sl_trainer *trainer = make(&s);
    CHECK_INT(sl_trainer_parameters(trainer), COUNT);
    CHECK_INT(sl_trainer_trainable(trainer), COUNT - 2 * 5 - 2 * 3);
    for (int i = 0; i < COUNT; i++) set[i] = (float)i;
    sl_trainer_set_weights(trainer, set);
    sl_trainer_get_weights(trainer, got);
    CHECK_INT(memcmp(set, got, sizeof set), 0);
    sl_trainer_free(trainer);
}

static void initializers_have_their_spread(void)
{
    const double units[] = {100, 100};
    const double variances[] = {6.0 / 200 / 3, 2.0 / 200, 6.0 / 100 / 3, 2.0 / 100, 0.0};
    for (int initializer = SL_GLOROT_UNIFORM; initializer <= SL_ZEROS; initializer++) {
        sl_settings s = sized(units, 2, 3);
        s.initializer = initializer;
        sl_trainer *trainer = make(&s);
        float *weights = malloc((size_t)sl_trainer_parameters(trainer) * sizeof *weights);
        double sum = 0.0, squares = 0.0;
        sl_trainer_get_weights(trainer, weights);
        for (int i = 0; i < 10000; i++) { /* the second kernel */
            double w = weights[300 + i];
            sum += w;
            squares += w * w;
        }
        CHECK_NEAR(squares / 10000, variances[initializer], 0.05 * variances[initializer]);
        CHECK_NEAR(sum / 10000, 0.0, 4 * sqrt(variances[initializer] / 10000));
        for (int i = 200; i < 300; i++) CHECK(weights[i] == 0.0f); /* the first bias */
        free(weights);
        sl_trainer_free(trainer);
    }
}

static void check_probabilities(sl_output output, int32_t classes)
{
    enum { POINTS = 130 }; /* more than two blocks of prediction */
    const double units[] = {6};
    float x[2 * POINTS], all[POINTS * SL_MAX_CLASSES], alone[SL_MAX_CLASSES];
    float logits[POINTS * SL_MAX_CLASSES];
    uint8_t predicted[POINTS];
    for (int i = 0; i < 2 * POINTS; i++) x[i] = (float)(i % 17) * 30.0f - 200.0f; /* far out */

    sl_settings s = sized(units, 1, classes);
    s.output = (int)output;
    sl_trainer *trainer = make(&s);
    sl_trainer_predict(trainer, all, predicted, x, POINTS);
    sl_trainer_activations(trainer, logits, 1, x, POINTS);
    for (int i = 0; i < POINTS; i++) {
        const float *p = all + i * classes, *z = logits + i * classes;
        double sum = 0.0;
        for (int j = 0; j < classes; j++) {
            CHECK(z[predicted[i]] >= z[j]);
            sum += exp((double)z[j] - (double)z[predicted[i]]);
        }
        for (int j = 0; j < classes; j++)
            CHECK_NEAR((double)p[j],
                       output == SL_SIGMOID_OUTPUT
                           ? 1 / (1 + exp((double)-z[j]))
                           : exp((double)z[j] - (double)z[predicted[i]]) / sum,
                       1e-6);
        sl_trainer_predict(trainer, alone, NULL, x + 2 * i, 1);
        CHECK_INT(memcmp(alone, p, (size_t)classes * sizeof *alone), 0);
    }
    sl_trainer_free(trainer);
}

static void probabilities_are_those_of_the_logits(void)
{
    for (int output = SL_SOFTMAX; output <= SL_SIGMOID_OUTPUT; output++) {
        check_probabilities((sl_output)output, 5);
        check_probabilities((sl_output)output, SL_MAX_CLASSES);
    }
}

int main(void)
{
    networks_of_every_depth();
    every_activation_output_and_regulariser();
    layers_of_different_activations();
    any_number_of_inputs();
    dropout_keeps_its_share_and_its_mean();
    weights_come_back_as_they_were_set();
    initializers_have_their_spread();
    probabilities_are_those_of_the_logits();
    return check_verdict();
}
