#include "watch.h"

#include <math.h> /* HUGE_VAL, nothing else */

static const double PLATEAU_MIN_DELTA = 1e-4;

void sl_watches_reset(sl_watches *watches)
{
    watches->stopping = watches->plateau = (sl_watch){.best = HUGE_VAL};
}

void sl_watches_forget_best(sl_watches *watches)
{
    watches->stopping = (sl_watch){.best = HUGE_VAL};
}

/* Keras compares as float32: what is lower by less than that can tell is not lower. */
static void note(sl_watch *watch, double min_delta, double loss, int32_t epoch)
{
    watch->wait++;
    if ((float)(loss + min_delta) < (float)watch->best) *watch = (sl_watch){loss, epoch, 0};
}

double sl_watch_plateau(sl_watches *watches, const sl_settings *settings, double loss,
                        int32_t epoch)
{
    sl_watch *watch = &watches->plateau;
    if (settings->schedule != SL_PLATEAU) return 1.0;
    note(watch, PLATEAU_MIN_DELTA, loss, epoch);
    if (watch->wait < settings->plateau_patience) return 1.0;
    watch->wait = 0;
    return settings->decay_rate;
}

bool sl_watch_stopping(sl_watches *watches, const sl_settings *settings, double loss, int32_t epoch)
{
    sl_watch *watch = &watches->stopping;
    if (!settings->early_stopping) return false;
    note(watch, settings->min_delta, loss, epoch);
    return watch->best_epoch != epoch && watch->wait >= settings->patience;
}
