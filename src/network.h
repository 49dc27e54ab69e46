/*
 * A dense network: its parameters, and the passes through them. Internal; a trainer holds one.
 *
 * A hidden layer is Dense, then BatchNormalization if wished, then the activation, then Dropout if
 * wished. All parameters stand in one array: for each layer, first layer first, kernel
 * [inputs][ld], bias [ld] and, with batch normalisation, gamma [ld] and beta [ld]; then, past
 * `trainable` floats, the moving mean [ld] and variance [ld] of each. The gradients stand in a
 * second array of the same layout. ld is the number of units rounded up to a multiple of 4; the
 * padding is zero and stays zero, because its gradients are.
 */
#ifndef SL_NETWORK_H
#define SL_NETWORK_H

#include "arena.h"
#include "spiral_lab.h"

enum { SL_MAX_LAYERS = SL_MAX_HIDDEN_LAYERS + 1 };

typedef struct sl_layer {
    int32_t inputs, units, ld;
    sl_activation activation;
    bool batch_norm, dropout;
    size_t kernel, bias, gamma, beta, mean, variance; /* offsets into params and grads */

    float *act;        /* [capacity][ld]: the activations; of the output layer, the logits */
    float *kept;       /* [capacity][ld]: what dropout left of them */
    float *mask;       /* [capacity][ld]: 0, or 1 / (1 - rate) */
    float *normalized; /* [capacity][ld]: what batch normalisation made of the sums */
    float *inv;        /* [ld]: 1 / standard deviation of the batch */
    float *batch_mean, *batch_variance; /* [ld] */
    const float *out; /* what the next layer saw in the last pass of training: act or kept */
} sl_layer;

typedef struct sl_network {
    int32_t layers;   /* the output layer included */
    int32_t capacity; /* samples that a pass can take */
    size_t trainable; /* floats that the gradients train */
    size_t size;      /* floats of all parameters */
    double dropout;   /* rate */
    sl_output output;
    sl_layer layer[SL_MAX_LAYERS];
    float *params, *grads; /* [size] */
    float
        *delta[2]; /* [capacity][widest ld]: loss's derivative by one layer's sums; by the next's */
    float *transposed; /* one kernel, transposed: [ld of units][ld of inputs] */
} sl_network;

/* The network that the settings describe, without its arrays. */
void sl_network_lay_out(sl_network *network, const sl_settings *settings, int32_t classes,
                        int32_t capacity);

/* Takes its arrays from the arena. */
void sl_network_place(sl_network *network, sl_arena *arena);

/* Kernels from the generator, first layer first; biases zero; gamma and moving variances one. */
void sl_network_initialize(sl_network *network, sl_initializer initializer, sl_random *random);

/* As it predicts: moving averages, no dropout. x: [samples][inputs], the features of points; of one
 * input, three floats more must be readable (see gemm.h); samples <= capacity. Returns the logits,
 * [samples][ld of the output]. */
float *sl_network_infer(sl_network *network, const float *x, int32_t samples);

/* As it trains: the batch's mean and variance; dropout drawn from random, layer after layer, a
 * number for each sample and unit. Changes no parameter. */
float *sl_network_forward(sl_network *network, const float *x, int32_t samples, sl_random *random);

/* Moves batch normalisation's averages towards the last forward pass's mean and variance. */
void sl_network_move_averages(sl_network *network);

/* Gradients into grads, from delta[0] = dloss/dlogits, [samples][ld]; after forward on the same x,
 * behind which three floats more must be readable (see gemm.h). */
void sl_network_backward(sl_network *network, const float *x, int32_t samples);

/* Between a padded array, [size], and Keras's get_weights(): kernel, bias, gamma, beta, moving
 * mean, moving variance, kernel, bias ... without padding. */
void sl_network_unpad(const sl_network *network, float *flat, const float *padded);
void sl_network_pad(const sl_network *network, float *padded, const float *flat);

/* Numbers in a layer, unpadded; those that are trained. */
int32_t sl_layer_parameters(const sl_layer *layer);
int32_t sl_layer_trainable(const sl_layer *layer);

static inline int32_t sl_network_inputs(const sl_network *network)
{
    return network->layer[0].inputs;
}

static inline const sl_layer *sl_network_output(const sl_network *network)
{
    return &network->layer[network->layers - 1];
}

#endif
