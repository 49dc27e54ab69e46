#include "schedule.h"

#include "elementary.h"

static double power(double base, double exponent)
{
    if (exponent == 0.0) return 1.0;
    return base > 0.0 ? sl_exp(exponent * sl_log(base)) : 0.0;
}

double sl_scheduled_rate(const sl_settings *settings, int64_t step)
{
    const double rate = settings->learning_rate, factor = settings->decay_rate;
    const double through = (double)step / (double)settings->decay_steps;

    switch ((sl_schedule)settings->schedule) {
    case SL_EXPONENTIAL: return rate * power(factor, through);
    case SL_STEP: return rate * power(factor, (double)(step / settings->decay_steps));
    case SL_COSINE: return 0.5 * rate * (1.0 + sl_cos(through < 1.0 ? SL_PI * through : SL_PI));
    case SL_CONSTANT:
    case SL_PLATEAU: break;
    }
    return rate;
}
