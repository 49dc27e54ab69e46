/*
 * A dense network: its parameters, and the passes through them. Internal; trainer.c owns one.
 *
 * A hidden layer is Dense, then BatchNormalization if wished, then the activation, then Dropout if
 * wished. All parameters stand in one block: for each layer, first layer first, kernel
 * [inputs][ld], bias [ld] and, with batch normalisation, gamma [ld] and beta [ld]; then, past
 * `trainable` floats, the moving mean [ld] and variance [ld] of each. All gradients stand in a
 * second block of the same layout. ld is the number of units rounded up to a multiple of 4; the
 * padding is zero and stays zero, because its gradients are.
 */
#ifndef SL_NETWORK_H
#define SL_NETWORK_H

#include "spiral_lab.h"

enum { SL_INPUTS = 2, SL_MAX_LAYERS = SL_MAX_HIDDEN_LAYERS + 1 };

typedef struct sl_layer {
    int32_t inputs, units, ld;
    sl_activation activation;
    bool batch_norm, dropout;
    size_t kernel, bias, gamma, beta, mean, variance; /* offsets into the blocks */

    float *act;        /* [rows][ld]: the activations; of the output layer, the logits */
    float *kept;       /* [rows][ld]: what dropout left of them; NULL without */
    float *mask;       /* [rows][ld]: 0, or 1 / (1 - rate) */
    float *norm, *inv; /* [rows][ld] and [ld]: normalised sums, 1 / standard deviation */
    const float *out;  /* what the next layer saw in the last pass: act or kept */
} sl_layer;

typedef struct sl_network {
    int32_t layers;          /* the output layer included */
    int32_t rows;            /* samples that a pass can take */
    size_t trainable, block; /* floats that are trained; of a whole parameter block */
    double dropout;          /* rate */
    sl_layer layer[SL_MAX_LAYERS];
    float *params, *grads; /* [block] */
    float *delta[2];   /* [rows][widest ld]: the loss's derivative by one layer's sums; the next */
    float *transposed; /* one kernel turned over, [ld of units][ld of inputs] */
} sl_network;

/* Fills in the layout (no pointers). Returns the bytes that sl_network_allocate would take. */
size_t sl_network_layout(sl_network *network, const sl_settings *settings, int32_t classes,
                         int32_t rows);

/* SL_ERROR_MEMORY leaves nothing allocated. */
sl_status sl_network_allocate(sl_network *network);
void sl_network_free(sl_network *network);

/* Kernels from the generator, first layer first; biases zero; gamma and moving variances one. */
void sl_network_initialize(sl_network *network, sl_initializer initializer, sl_random *random);

/* As it predicts: moving averages, no dropout. x: [samples][SL_INPUTS]; samples <= rows. Returns
 * the logits, [samples][ld of the output]. */
float *sl_network_infer(sl_network *network, const float *x, int32_t samples);

/* As it trains: the batch's mean and variance, which also move the averages; dropout drawn from
 * random, layer after layer, a number for each sample and unit. */
float *sl_network_forward(sl_network *network, const float *x, int32_t samples, sl_random *random);

/* Gradients into grads, from delta[0] = dloss/dlogits, [samples][ld]; after forward on the same x.
 */
void sl_network_backward(sl_network *network, const float *x, int32_t samples);

/* Between a padded block, [block], and Keras's get_weights(): kernel, bias, gamma, beta, moving
 * mean, moving variance, kernel, bias ... without padding. */
void sl_network_unpad(const sl_network *network, float *flat, const float *block);
void sl_network_pad(const sl_network *network, float *block, const float *flat);

/* Numbers in a layer, unpadded; those that are trained. */
int32_t sl_layer_parameters(const sl_layer *layer);
int32_t sl_layer_trainable(const sl_layer *layer);

static inline const sl_layer *sl_network_output(const sl_network *network)
{
    return &network->layer[network->layers - 1];
}

/* Zeroed floats for SIMD loads, ended by free; NULL if there is no memory. */
float *sl_allocate_floats(size_t count);

#endif
