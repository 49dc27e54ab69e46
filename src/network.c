#include "network.h"

#include <string.h>

#include "activation.h"
#include "batch_norm.h"
#include "elementary.h"
#include "gemm.h"
#include "inputs.h"
#include "settings.h"

/* ---------------------------------------------------------------- layout */

static int32_t padded_units(int32_t units)
{
    return (units + 3) / 4 * 4;
}

/* `count` floats of an array that ends at *end so far. */
static size_t append(size_t *end, size_t count)
{
    const size_t at = *end;
    *end += count;
    return at;
}

void sl_network_lay_out(sl_network *network, const sl_settings *settings, int32_t classes,
                        int32_t capacity)
{
    *network = (sl_network){.layers = settings->hidden_layers + 1,
                            .capacity = capacity,
                            .dropout = settings->dropout,
                            .output = (sl_output)settings->output};
    int32_t inputs = sl_feature_count(settings->features);
    for (int32_t l = 0; l < network->layers; l++) {
        sl_layer *layer = &network->layer[l];
        const bool hidden = l < settings->hidden_layers;
        layer->inputs = inputs;
        layer->units = hidden ? (int32_t)settings->units[l] : classes;
        layer->ld = padded_units(layer->units);
        layer->activation = hidden ? sl_settings_activation(settings, l) : SL_LINEAR;
        layer->batch_norm = hidden && settings->batch_norm;
        layer->dropout = hidden && settings->dropout > 0;

        const size_t ld = (size_t)layer->ld;
        layer->kernel = append(&network->trainable, (size_t)inputs * ld);
        layer->bias = append(&network->trainable, ld);
        if (layer->batch_norm) {
            layer->gamma = append(&network->trainable, ld);
            layer->beta = append(&network->trainable, ld);
        }
        inputs = layer->units;
    }
    network->size = network->trainable;
    for (int32_t l = 0; l < network->layers; l++) {
        sl_layer *layer = &network->layer[l];
        if (!layer->batch_norm) continue;
        layer->mean = append(&network->size, (size_t)layer->ld);
        layer->variance = append(&network->size, (size_t)layer->ld);
    }
}

static void place_layer(sl_layer *layer, sl_arena *arena, uint64_t capacity)
{
    const uint64_t ld = (uint64_t)layer->ld, activations = capacity * ld;
    layer->act = sl_take_floats(arena, activations);
    if (layer->dropout) {
        layer->kept = sl_take_floats(arena, activations);
        layer->mask = sl_take_floats(arena, activations);
    }
    if (layer->batch_norm) {
        layer->normalized = sl_take_floats(arena, activations);
        layer->inv = sl_take_floats(arena, ld);
        layer->batch_mean = sl_take_floats(arena, ld);
        layer->batch_variance = sl_take_floats(arena, ld);
    }
}

void sl_network_place(sl_network *network, sl_arena *arena)
{
    const uint64_t capacity = (uint64_t)network->capacity;
    uint64_t widest = 0, largest_kernel = 0;
    for (int32_t l = 0; l < network->layers; l++) {
        const sl_layer *layer = &network->layer[l];
        const uint64_t ld = (uint64_t)layer->ld;
        const uint64_t kernel = ld * (uint64_t)padded_units(layer->inputs);
        if (ld > widest) widest = ld;
        if (kernel > largest_kernel) largest_kernel = kernel;
        place_layer(&network->layer[l], arena, capacity);
    }
    network->params = sl_take_floats(arena, network->size);
    network->grads = sl_take_floats(arena, network->size);
    network->delta[0] = sl_take_floats(arena, capacity * widest);
    network->delta[1] = sl_take_floats(arena, capacity * widest);
    network->transposed = sl_take_floats(arena, largest_kernel);
}

/* ---------------------------------------------------------------- padding */

int32_t sl_layer_trainable(const sl_layer *layer)
{
    return (layer->inputs + 1 + (layer->batch_norm ? 2 : 0)) * layer->units;
}

int32_t sl_layer_parameters(const sl_layer *layer)
{
    return sl_layer_trainable(layer) + (layer->batch_norm ? 2 * layer->units : 0);
}

/* Where in the padded array row `i` of a layer begins, in Keras's order: the rows of its kernel,
 * the bias, then what batch normalisation has. */
static size_t row_at(const sl_layer *layer, int32_t i)
{
    if (i < layer->inputs) return layer->kernel + (size_t)i * (size_t)layer->ld;
    const size_t others[] = {layer->bias, layer->gamma, layer->beta, layer->mean, layer->variance};
    return others[i - layer->inputs];
}

static int32_t rows_of(const sl_layer *layer)
{
    return layer->inputs + (layer->batch_norm ? 5 : 1);
}

void sl_network_unpad(const sl_network *network, float *flat, const float *padded)
{
    for (int32_t l = 0; l < network->layers; l++) {
        const sl_layer *layer = &network->layer[l];
        for (int32_t i = 0; i < rows_of(layer); i++, flat += layer->units)
            memcpy(flat, padded + row_at(layer, i), (size_t)layer->units * sizeof *flat);
    }
}

void sl_network_pad(const sl_network *network, float *padded, const float *flat)
{
    for (int32_t l = 0; l < network->layers; l++) {
        const sl_layer *layer = &network->layer[l];
        for (int32_t i = 0; i < rows_of(layer); i++, flat += layer->units)
            memcpy(padded + row_at(layer, i), flat, (size_t)layer->units * sizeof *flat);
    }
}

/* ---------------------------------------------------------------- initial weights */

/* A standard normal, drawn again while it lies beyond two deviations. */
static double truncated_normal(sl_random *random)
{
    double drawn;
    do drawn = sl_random_randn(random);
    while (drawn > 2.0 || drawn < -2.0);
    return drawn;
}

/* The deviation of what truncated_normal draws. Keras widens its normal kernels by it. */
static const double TRUNCATED_DEVIATION = 0.87962566103423978;

/* One kernel element; spread: the limit of a uniform initialiser, the factor of a normal one. */
static float draw(sl_initializer initializer, double spread, sl_random *random)
{
    switch (initializer) {
    case SL_GLOROT_UNIFORM:
    case SL_HE_UNIFORM: return (float)sl_random_uniform(random, -spread, spread);
    case SL_GLOROT_NORMAL:
    case SL_HE_NORMAL: return (float)(truncated_normal(random) * spread);
    case SL_ZEROS: break;
    }
    return 0.0f;
}

static double spread_of(sl_initializer initializer, const sl_layer *layer)
{
    switch (initializer) {
    case SL_GLOROT_UNIFORM: return sl_sqrt(6.0 / (layer->inputs + layer->units));
    case SL_HE_UNIFORM: return sl_sqrt(6.0 / layer->inputs);
    case SL_GLOROT_NORMAL:
        return sl_sqrt(2.0 / (layer->inputs + layer->units)) / TRUNCATED_DEVIATION;
    case SL_HE_NORMAL: return sl_sqrt(2.0 / layer->inputs) / TRUNCATED_DEVIATION;
    case SL_ZEROS: break;
    }
    return 0.0;
}

void sl_network_initialize(sl_network *network, sl_initializer initializer, sl_random *random)
{
    memset(network->params, 0, network->size * sizeof(float));
    memset(network->grads, 0, network->size * sizeof(float));
    for (int32_t l = 0; l < network->layers; l++) {
        const sl_layer *layer = &network->layer[l];
        double spread = spread_of(initializer, layer);
        for (int32_t i = 0; i < layer->inputs; i++) {
            float *row = network->params + layer->kernel + (size_t)i * (size_t)layer->ld;
            for (int32_t j = 0; j < layer->units; j++) row[j] = draw(initializer, spread, random);
        }
        for (int32_t j = 0; layer->batch_norm && j < layer->units; j++)
            network->params[layer->gamma + (size_t)j] =
                network->params[layer->variance + (size_t)j] = 1.0f;
    }
}

/* ---------------------------------------------------------------- forward */

_Static_assert(SL_MAX_UNITS <= SL_GEMM_MAX_K, "the products over a layer's units");

/* Sets layer->act to the layer's sums or, if plain ReLU comes next, to what that makes of them. */
static void multiply(sl_layer *layer, const float *params, sl_gemm_a in, int32_t samples)
{
    bool fused = layer->activation == SL_RELU && !layer->batch_norm;
    sl_gemm(layer->act, layer->ld, in, params + layer->kernel, layer->ld, params + layer->bias,
            fused, samples, layer->ld, layer->inputs);
}

static void activate(sl_layer *layer, int32_t samples)
{
    if (layer->activation == SL_RELU && !layer->batch_norm) return; /* the product did it */
    sl_activate(layer->activation, layer->act, (size_t)samples * (size_t)layer->ld);
}

/* One draw for each sample and unit: if it is at least the rate, the unit is kept and scaled up. */
static void drop(sl_layer *layer, double rate, int32_t samples, sl_random *random)
{
    const float scale = (float)(1.0 / (1.0 - rate));
    for (int32_t i = 0; i < samples; i++) {
        ptrdiff_t row = (ptrdiff_t)i * layer->ld;
        for (int32_t j = 0; j < layer->units; j++)
            layer->mask[row + j] = sl_random_sample(random) >= rate ? scale : 0.0f;
    }
    size_t count = (size_t)samples * (size_t)layer->ld;
    for (size_t i = 0; i < count; i += 4)
        store4(layer->kept + i, load4(layer->act + i) * load4(layer->mask + i));
}

float *sl_network_infer(sl_network *network, const float *x, int32_t samples)
{
    sl_gemm_a in = {x, sl_network_inputs(network), 1};
    for (int32_t l = 0; l < network->layers; l++) {
        sl_layer *layer = &network->layer[l];
        multiply(layer, network->params, in, samples);
        if (layer->batch_norm) sl_batch_norm_infer(layer, network->params, samples);
        activate(layer, samples);
        in = (sl_gemm_a){layer->act, layer->ld, 1};
    }
    return network->layer[network->layers - 1].act;
}

float *sl_network_forward(sl_network *network, const float *x, int32_t samples, sl_random *random)
{
    sl_gemm_a in = {x, sl_network_inputs(network), 1};
    for (int32_t l = 0; l < network->layers; l++) {
        sl_layer *layer = &network->layer[l];
        multiply(layer, network->params, in, samples);
        if (layer->batch_norm) sl_batch_norm_train(layer, network->params, samples);
        activate(layer, samples);
        layer->out = layer->act;
        if (layer->dropout) {
            drop(layer, network->dropout, samples, random);
            layer->out = layer->kept;
        }
        in = (sl_gemm_a){layer->out, layer->ld, 1};
    }
    return network->layer[network->layers - 1].act;
}

void sl_network_move_averages(sl_network *network)
{
    for (int32_t l = 0; l < network->layers; l++)
        if (network->layer[l].batch_norm)
            sl_batch_norm_move_averages(&network->layer[l], network->params);
}

/* ---------------------------------------------------------------- backward */

/* out: [ld], the sums of delta's columns, added in order of the samples; delta: [samples][ld]. */
static void sum_columns(float *out, const float *delta, int32_t samples, int32_t ld)
{
    for (int32_t j = 0; j < ld; j += 4) {
        v4 sum = splat4(0.0f);
        for (int32_t i = 0; i < samples; i++) sum += load4(delta + (ptrdiff_t)i * ld + j);
        store4(out + j, sum);
    }
}

/* Four rows of a kernel from row i on, columns j to j + 3; rows that it does not have are zero. */
static void load_square(v4 rows[4], const float *kernel, const sl_layer *layer, int32_t i,
                        int32_t j)
{
    for (int32_t r = 0; r < 4; r++)
        rows[r] = i + r < layer->inputs ? load4(kernel + (ptrdiff_t)(i + r) * layer->ld + j)
                                        : splat4(0.0f);
}

/* out: [ld of units][ld_out], ld_out >= inputs, zero beyond them; kernel: [inputs][ld]. */
static void transpose(float *out, int32_t ld_out, const float *kernel, const sl_layer *layer)
{
    v4 rows[4];
    for (int32_t i = 0; i < ld_out; i += 4) {
        for (int32_t j = 0; j < layer->ld; j += 4) {
            load_square(rows, kernel, layer, i, j);
            transpose4(rows);
            for (int32_t r = 0; r < 4; r++) store4(out + (ptrdiff_t)(j + r) * ld_out + i, rows[r]);
        }
    }
}

/* delta: [samples][ld], the loss's derivative by the layer's outputs, becomes that by its sums. */
static void through_layer(const sl_layer *layer, sl_network *network, float *delta, int32_t samples)
{
    size_t count = (size_t)samples * (size_t)layer->ld;
    for (size_t i = 0; layer->dropout && i < count; i += 4)
        store4(delta + i, load4(delta + i) * load4(layer->mask + i));
    sl_activate_backward(layer->activation, delta, layer->act, count);
    if (layer->batch_norm)
        sl_batch_norm_backward(layer, network->grads, network->params, delta, samples);
}

void sl_network_backward(sl_network *network, const float *x, int32_t samples)
{
    float *delta = network->delta[0], *next = network->delta[1];

    for (int32_t l = network->layers - 1; l >= 0; l--) {
        const sl_layer *layer = &network->layer[l], *below = l ? layer - 1 : NULL;
        sl_gemm_a in =
            below ? (sl_gemm_a){below->out, 1, below->ld} : (sl_gemm_a){x, 1, layer->inputs};

        sl_gemm(network->grads + layer->kernel, layer->ld, in, delta, layer->ld, NULL, false,
                layer->inputs, layer->ld, samples);
        /* Batch normalisation takes the mean away, so a bias before it changes nothing: its
         * gradient is 0. Otherwise Adam would blow up what rounding leaves into steps. */
        if (layer->batch_norm)
            memset(network->grads + layer->bias, 0, (size_t)layer->ld * sizeof(float));
        else
            sum_columns(network->grads + layer->bias, delta, samples, layer->ld);
        if (!below) break;

        transpose(network->transposed, below->ld, network->params + layer->kernel, layer);
        sl_gemm(next, below->ld, (sl_gemm_a){delta, layer->ld, 1}, network->transposed, below->ld,
                NULL, false, samples, below->ld, layer->units);
        through_layer(below, network, next, samples);

        float *spent = delta;
        delta = next;
        next = spent;
    }
}
