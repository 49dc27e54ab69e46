/*
 * A dense network: its parameters, and the passes through them. Internal; trainer.c owns one.
 *
 * All parameters stand in one block and all gradients in a second of the same layout: kernel
 * [inputs][ld], bias [ld] of the first layer, then of the next. ld is the number of units rounded
 * up to a multiple of 4; the padding is zero and stays zero, because its gradients are.
 */
#ifndef SL_NETWORK_H
#define SL_NETWORK_H

#include "spiral_lab.h"

enum { SL_INPUTS = 2, SL_MAX_LAYERS = SL_MAX_HIDDEN_LAYERS + 1 };

typedef struct sl_layer {
    int32_t inputs, units, ld;
    size_t kernel, bias; /* offsets into the blocks */
    float *out;          /* [rows][ld]: the activations; of the output layer, the logits */
} sl_layer;

typedef struct sl_network {
    int32_t layers; /* the output layer included */
    int32_t rows;   /* samples that a pass can take */
    size_t block;   /* floats of a parameter block */
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

/* Kernels from the generator, first layer first; biases zero. */
void sl_network_initialize(sl_network *network, sl_initializer initializer, sl_random *random);

/* x: [samples][SL_INPUTS]; samples <= rows. Returns the logits, [samples][ld of the output]. */
float *sl_network_forward(sl_network *network, const float *x, int32_t samples);

/* Gradients into grads, from delta[0] = dloss/dlogits, [samples][ld]; after forward on the same x.
 */
void sl_network_backward(sl_network *network, const float *x, int32_t samples);

/* Between a padded block, [block], and kernel, bias, kernel, bias ... without padding. */
void sl_network_unpad(const sl_network *network, float *flat, const float *block);
void sl_network_pad(const sl_network *network, float *block, const float *flat);

static inline const sl_layer *sl_network_output(const sl_network *network) {
    return &network->layer[network->layers - 1];
}

/* Zeroed floats for SIMD loads, ended by free; NULL if there is no memory. */
float *sl_allocate_floats(size_t count);

#endif
