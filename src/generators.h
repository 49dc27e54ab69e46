/* NumPy's and scikit-learn's generators of points, draw for draw. Internal. */
#ifndef SL_GENERATORS_H
#define SL_GENERATORS_H

#include "spiral_lab.h"

/* Each fills x, [samples][2], and y, [samples]; order, [samples], is room to work in. */

/* The tutorial's make_multiclass: points for each of the classes. */
void sl_make_spirals(float *x, uint8_t *y, int32_t points, int32_t classes, double noise,
                     double turn, uint32_t seed);

/* sklearn.datasets.make_moons, make_circles and make_blobs(center_box=(-5, 5)), random_state=seed.
 */
void sl_make_moons(float *x, uint8_t *y, int32_t *order, int32_t samples, double noise,
                   uint32_t seed);
void sl_make_circles(float *x, uint8_t *y, int32_t *order, int32_t samples, double noise,
                     double factor, uint32_t seed);
void sl_make_blobs(float *x, uint8_t *y, int32_t *order, int32_t samples, int32_t classes,
                   double cluster_std, uint32_t seed);

#endif
