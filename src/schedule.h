/* The learning rate of an update. Internal. */
#ifndef SL_SCHEDULE_H
#define SL_SCHEDULE_H

#include "spiral_lab.h"

/* Of update number step (0 for the first), by Keras's schedules; reduce-on-plateau's own factor is
 * the trainer's to apply. */
double sl_scheduled_rate(const sl_settings *settings, int64_t step);

#endif
