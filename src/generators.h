/* NumPy's and scikit-learn's generators of points, draw for draw. Internal. */
#ifndef SL_GENERATORS_H
#define SL_GENERATORS_H

#include "spiral_lab.h"

/* Each fills x, [samples][2], and y, [samples], with counts[k] points of class k; order, [samples],
 * is room to work in. */

/* The tutorial's make_multiclass. */
void sl_make_spirals(float *x, uint8_t *y, const int32_t *counts, int32_t classes, double noise,
                     double turn, uint32_t seed);

/* sklearn.datasets.make_moons, make_circles and make_blobs(center_box=(-5, 5)), random_state=seed.
 */
void sl_make_moons(float *x, uint8_t *y, int32_t *order, const int32_t counts[2], double noise,
                   uint32_t seed);
void sl_make_circles(float *x, uint8_t *y, int32_t *order, const int32_t counts[2], double noise,
                     double factor, uint32_t seed);
void sl_make_blobs(float *x, uint8_t *y, int32_t *order, const int32_t *counts, int32_t classes,
                   double cluster_std, uint32_t seed);

enum { SL_VERTICES = 4 }; /* of the square that has a cluster at each */

/* sklearn.datasets.make_classification of two informative features; classes * clusters is at most
 * SL_VERTICES. */
void sl_make_classification(float *x, uint8_t *y, int32_t *order, const int32_t *counts,
                            int32_t classes, int32_t clusters, double class_sep, double flip_y,
                            uint32_t seed);

/* As the header says of SL_XOR. */
void sl_make_xor(float *x, uint8_t *y, const int32_t counts[2], double noise, uint32_t seed);

#endif
