/* Evenly spaced numbers and points. */
#include "spiral_lab.h"

double sl_linspace(double start, double stop, int32_t n, int32_t i)
{
    if (n == 1) return start;
    return i == n - 1 ? stop : i * ((stop - start) / (n - 1)) + start;
}

void sl_grid_points(float *x, double x_min, double x_max, double y_min, double y_max,
                    int32_t columns, int32_t rows)
{
    for (int32_t r = 0; r < rows; r++) {
        for (int32_t c = 0; c < columns; c++) {
            *x++ = (float)sl_linspace(x_min, x_max, columns, c);
            *x++ = (float)sl_linspace(y_min, y_max, rows, r);
        }
    }
}
