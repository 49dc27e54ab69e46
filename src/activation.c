#include "activation.h"

#include "elementary.h"

static const float LEAK = 0.2f; /* Keras's activation 'leaky_relu' (its layer defaults to 0.3) */

static inline v4 leaky_relu4(v4 x)
{
    return select4(x > splat4(0.0f), x, splat4(LEAK) * x);
}

static inline v4 elu4(v4 x)
{
    return select4(x > splat4(0.0f), x, expm14(x));
}

static inline v4 tanh4(v4 x)
{
    v4 t = expm14(splat4(-2.0f) * abs4(x)), size = -t / (t + splat4(2.0f));
    return (v4)((i4)size | ((i4)x & (i4)splat4(-0.0f)));
}

/* From e^-|x|, which cannot overflow. */
static inline v4 sigmoid4(v4 x)
{
    v4 e = exp4(-abs4(x)), s = splat4(1.0f) / (splat4(1.0f) + e);
    return select4(x < splat4(0.0f), e * s, s);
}

float sl_sigmoid(float x)
{
    return sigmoid4(splat4(x))[0];
}

#define IN_PLACE(function)                                                                         \
    for (size_t i = 0; i < count; i += 4) store4(values + i, function(load4(values + i)))

void sl_activate(sl_activation activation, float *values, size_t count)
{
    switch (activation) {
    case SL_LINEAR: break;
    case SL_RELU: IN_PLACE(relu4); break;
    case SL_LEAKY_RELU: IN_PLACE(leaky_relu4); break;
    case SL_ELU: IN_PLACE(elu4); break;
    case SL_TANH: IN_PLACE(tanh4); break;
    case SL_SIGMOID: IN_PLACE(sigmoid4); break;
    }
}

/* Derivatives as functions of the activation a; relu's at 0 is 0. */

static inline v4 relu_slope4(v4 a)
{
    return (v4)((i4)splat4(1.0f) & (a > splat4(0.0f)));
}

static inline v4 leaky_relu_slope4(v4 a)
{
    return select4(a > splat4(0.0f), splat4(1.0f), splat4(LEAK));
}

static inline v4 elu_slope4(v4 a)
{
    return select4(a > splat4(0.0f), splat4(1.0f), a + splat4(1.0f));
}

static inline v4 tanh_slope4(v4 a)
{
    return splat4(1.0f) - a * a;
}

static inline v4 sigmoid_slope4(v4 a)
{
    return a * (splat4(1.0f) - a);
}

#define TIMES(slope)                                                                               \
    for (size_t i = 0; i < count; i += 4)                                                          \
    store4(delta + i, load4(delta + i) * slope(load4(activations + i)))

void sl_activate_backward(sl_activation activation, float *delta, const float *activations,
                          size_t count)
{
    switch (activation) {
    case SL_LINEAR: break;
    case SL_RELU: TIMES(relu_slope4); break;
    case SL_LEAKY_RELU: TIMES(leaky_relu_slope4); break;
    case SL_ELU: TIMES(elu_slope4); break;
    case SL_TANH: TIMES(tanh_slope4); break;
    case SL_SIGMOID: TIMES(sigmoid_slope4); break;
    }
}
