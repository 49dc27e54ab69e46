/* Draws of whole numbers, for the generators of points. Internal. */
#ifndef SL_RANDOM_H
#define SL_RANDOM_H

#include "spiral_lab.h"

/* A whole number from 0 to maximum, as RandomState's randint(maximum + 1) and shuffle draw it. */
uint32_t sl_random_interval(sl_random *random, uint32_t maximum);

#endif
