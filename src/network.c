#include "network.h"

#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "gemm.h"
#include "simd.h"

enum { ALIGNMENT = 64 }; /* a cache line */

float *sl_allocate_floats(size_t count) {
    size_t bytes = (count * sizeof(float) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    float *floats = aligned_alloc(ALIGNMENT, bytes);
    if (floats) memset(floats, 0, bytes);
    return floats;
}

static int32_t padded(int32_t units) {
    return (units + 3) / 4 * 4;
}

/* ---------------------------------------------------------------- layout */

static int32_t widest(const sl_network *network) {
    int32_t ld = 0;
    for (int32_t l = 0; l < network->layers; l++)
        if (network->layer[l].ld > ld) ld = network->layer[l].ld;
    return ld;
}

static size_t largest_transposed(const sl_network *network) {
    size_t most = 0;
    for (int32_t l = 1; l < network->layers; l++) {
        size_t size = (size_t)network->layer[l].ld * (size_t)padded(network->layer[l].inputs);
        if (size > most) most = size;
    }
    return most;
}

size_t sl_network_layout(sl_network *network, const sl_settings *settings, int32_t classes,
                         int32_t rows) {
    *network = (sl_network){.layers = settings->hidden_layers + 1, .rows = rows};
    int32_t inputs = SL_INPUTS;
    size_t activations = 0;

    for (int32_t l = 0; l < network->layers; l++) {
        sl_layer *layer = &network->layer[l];
        layer->inputs = inputs;
        layer->units = l < settings->hidden_layers ? (int32_t)settings->units[l] : classes;
        layer->ld = padded(layer->units);
        layer->kernel = network->block;
        layer->bias = layer->kernel + (size_t)inputs * (size_t)layer->ld;
        network->block = layer->bias + (size_t)layer->ld;
        activations += (size_t)rows * (size_t)layer->ld;
        inputs = layer->units;
    }
    return (2 * network->block + activations + 2 * (size_t)rows * (size_t)widest(network) +
            largest_transposed(network)) *
           sizeof(float);
}

sl_status sl_network_allocate(sl_network *network) {
    size_t rows = (size_t)network->rows;
    bool complete = true;

    complete &= (network->params = sl_allocate_floats(network->block)) != NULL;
    complete &= (network->grads = sl_allocate_floats(network->block)) != NULL;
    complete &= (network->transposed = sl_allocate_floats(largest_transposed(network) + 1)) != NULL;
    for (int i = 0; i < 2; i++)
        complete &=
            (network->delta[i] = sl_allocate_floats(rows * (size_t)widest(network))) != NULL;
    for (int32_t l = 0; l < network->layers; l++)
        complete &= (network->layer[l].out =
                         sl_allocate_floats(rows * (size_t)network->layer[l].ld)) != NULL;
    if (complete) return SL_OK;
    sl_network_free(network);
    return SL_ERROR_MEMORY;
}

void sl_network_free(sl_network *network) {
    free(network->params);
    free(network->grads);
    free(network->transposed);
    for (int i = 0; i < 2; i++) free(network->delta[i]);
    for (int32_t l = 0; l < network->layers; l++) free(network->layer[l].out);
    *network = (sl_network){0};
}

/* A layer's kernel and bias are inputs + 1 rows of ld floats, one after the other. */
void sl_network_unpad(const sl_network *network, float *flat, const float *block) {
    for (int32_t l = 0; l < network->layers; l++) {
        const sl_layer *layer = &network->layer[l];
        for (int32_t i = 0; i <= layer->inputs; i++, flat += layer->units)
            memcpy(flat, block + layer->kernel + (size_t)i * (size_t)layer->ld,
                   (size_t)layer->units * sizeof *flat);
    }
}

void sl_network_pad(const sl_network *network, float *block, const float *flat) {
    for (int32_t l = 0; l < network->layers; l++) {
        const sl_layer *layer = &network->layer[l];
        for (int32_t i = 0; i <= layer->inputs; i++, flat += layer->units)
            memcpy(block + layer->kernel + (size_t)i * (size_t)layer->ld, flat,
                   (size_t)layer->units * sizeof *flat);
    }
}

/* ---------------------------------------------------------------- initial weights */

void sl_network_initialize(sl_network *network, sl_initializer initializer, sl_random *random) {
    (void)initializer; /* glorot_uniform is the only one so far */
    memset(network->params, 0, network->block * sizeof(float));
    for (int32_t l = 0; l < network->layers; l++) {
        const sl_layer *layer = &network->layer[l];
        double limit = sl_sqrt(6.0 / (layer->inputs + layer->units));
        for (int32_t i = 0; i < layer->inputs; i++) {
            float *row = network->params + layer->kernel + (size_t)i * (size_t)layer->ld;
            for (int32_t j = 0; j < layer->units; j++)
                row[j] = (float)sl_random_uniform(random, -limit, limit);
        }
    }
}

/* ---------------------------------------------------------------- forward */

float *sl_network_forward(sl_network *network, const float *x, int32_t samples) {
    sl_gemm_a in = {x, SL_INPUTS, 1};

    for (int32_t l = 0; l < network->layers; l++) {
        const sl_layer *layer = &network->layer[l];
        sl_gemm(layer->out, layer->ld, in, network->params + layer->kernel, layer->ld,
                network->params + layer->bias, l < network->layers - 1, samples, layer->ld,
                layer->inputs);
        in = (sl_gemm_a){layer->out, layer->ld, 1};
    }
    return network->layer[network->layers - 1].out;
}

/* ---------------------------------------------------------------- backward */

/* out: [ld]; sums of the columns of delta, [samples][ld], in order of the samples. */
static void sum_columns(float *out, const float *delta, int32_t samples, int32_t ld) {
    for (int32_t j = 0; j < ld; j += 4) {
        v4 sum = splat4(0.0f);
        for (int32_t i = 0; i < samples; i++) sum += load4(delta + (ptrdiff_t)i * ld + j);
        store4(out + j, sum);
    }
}

/* Four rows of a kernel from row i on, columns j to j + 3; rows that it does not have are zero. */
static void load_block(v4 rows[4], const float *kernel, const sl_layer *layer, int32_t i,
                       int32_t j) {
    for (int32_t r = 0; r < 4; r++)
        rows[r] = i + r < layer->inputs ? load4(kernel + (ptrdiff_t)(i + r) * layer->ld + j)
                                        : splat4(0.0f);
}

/* out: [ld of units][ld_out], ld_out >= inputs, zero beyond them; kernel: [inputs][ld]. */
static void transpose(float *out, int32_t ld_out, const float *kernel, const sl_layer *layer) {
    v4 rows[4];
    for (int32_t i = 0; i < ld_out; i += 4) {
        for (int32_t j = 0; j < layer->ld; j += 4) {
            load_block(rows, kernel, layer, i, j);
            transpose4(rows);
            for (int32_t r = 0; r < 4; r++) store4(out + (ptrdiff_t)(j + r) * ld_out + i, rows[r]);
        }
    }
}

/* ReLU passes the derivative where it passed the value. delta, out: [count], a multiple of 4. */
static void relu_backward(float *delta, const float *out, size_t count) {
    for (size_t i = 0; i < count; i += 4)
        store4(delta + i, (v4)((i4)load4(delta + i) & (load4(out + i) > splat4(0.0f))));
}

void sl_network_backward(sl_network *network, const float *x, int32_t samples) {
    float *delta = network->delta[0], *next = network->delta[1];

    for (int32_t l = network->layers - 1; l >= 0; l--) {
        const sl_layer *layer = &network->layer[l], *below = l ? layer - 1 : NULL;
        const float *in = below ? below->out : x;
        ptrdiff_t ld_in = below ? below->ld : SL_INPUTS;

        sl_gemm(network->grads + layer->kernel, layer->ld, (sl_gemm_a){in, 1, ld_in}, delta,
                layer->ld, NULL, false, layer->inputs, layer->ld, samples);
        sum_columns(network->grads + layer->bias, delta, samples, layer->ld);
        if (!below) break;

        transpose(network->transposed, below->ld, network->params + layer->kernel, layer);
        sl_gemm(next, below->ld, (sl_gemm_a){delta, layer->ld, 1}, network->transposed, below->ld,
                NULL, false, samples, below->ld, layer->units);
        relu_backward(next, below->out, (size_t)samples * (size_t)below->ld);

        float *spent = delta;
        delta = next;
        next = spent;
    }
}
