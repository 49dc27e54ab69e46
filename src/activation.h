/* The activations of hidden layers and their derivatives. Internal. */
#ifndef SL_ACTIVATION_H
#define SL_ACTIVATION_H

#include "spiral_lab.h"

/* In place. values: [count], count a multiple of 4. */
void sl_activate(sl_activation activation, float *values, size_t count);

/* delta *= the derivative, taken from the activations themselves. Both [count], a multiple of 4. */
void sl_activate_backward(sl_activation activation, float *delta, const float *activations,
                          size_t count);

/* 1 / (1 + e^-x) of one number, the same bits as SL_SIGMOID gives. */
float sl_sigmoid(float x);

#endif
