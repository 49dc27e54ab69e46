#include "inputs.h"

#include "elementary.h"

_Static_assert(SL_THETA + 1 == SL_MAX_INPUTS, "every feature can be an input");

int32_t sl_feature_count(int features)
{
    int32_t count = 0;
    for (int f = 0; f < SL_MAX_INPUTS; f++) count += features >> f & 1;
    return count;
}

static double feature(sl_feature asked, double x, double y)
{
    switch (asked) {
    case SL_X: return x;
    case SL_Y: return y;
    case SL_X2: return x * x;
    case SL_Y2: return y * y;
    case SL_XY: return x * y;
    case SL_SIN_X: return sl_sin(x);
    case SL_SIN_Y: return sl_sin(y);
    case SL_R: return sl_sqrt(x * x + y * y);
    case SL_THETA: break;
    }
    return sl_atan2(y, x);
}

void sl_expand(float *out, const float *x, int32_t samples, int features)
{
    const ptrdiff_t count = sl_feature_count(features);
    for (int f = 0; f < SL_MAX_INPUTS; f++) {
        if (!(features >> f & 1)) continue;
        for (ptrdiff_t i = 0; i < samples; i++)
            out[i * count] = (float)feature((sl_feature)f, (double)x[2 * i], (double)x[2 * i + 1]);
        out++;
    }
}
