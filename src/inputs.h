/* What the network sees of a point. Internal. */
#ifndef SL_INPUTS_H
#define SL_INPUTS_H

#include "spiral_lab.h"

enum {
    SL_COORDINATES = 2, /* of a point */
    SL_PLAIN = 1 << SL_X | 1 << SL_Y,
    SL_EVERY_FEATURE = (1 << SL_MAX_INPUTS) - 1
};

/* How many there are in a set, whose bit number i stands for sl_feature i. */
int32_t sl_feature_count(int features);

/* The features of points. out: [samples][sl_feature_count(features)]; x: [samples][2]. */
void sl_expand(float *out, const float *x, int32_t samples, int features);

#endif
