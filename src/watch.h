/* Keras's EarlyStopping and ReduceLROnPlateau: watching a loss that should fall. Internal. */
#ifndef SL_WATCH_H
#define SL_WATCH_H

#include "spiral_lab.h"

typedef struct sl_watch {
    double best;        /* the lowest loss that counted */
    int32_t best_epoch; /* its epoch, counted from 1; 0: none yet */
    int32_t wait;       /* epochs since */
} sl_watch;

typedef struct sl_watches {
    sl_watch stopping, plateau;
} sl_watches;

/* As a fit begins. */
void sl_watches_reset(sl_watches *watches);

/* Early stopping is off: what it has seen counts no longer. */
void sl_watches_forget_best(sl_watches *watches);

/* Takes note of an epoch's loss, and gives what the learning rate is multiplied by from now on. */
double sl_watch_plateau(sl_watches *watches, const sl_settings *settings, double loss,
                        int32_t epoch);

/* Takes note of an epoch's loss. True if training is to stop. */
bool sl_watch_stopping(sl_watches *watches, const sl_settings *settings, double loss,
                       int32_t epoch);

#endif
