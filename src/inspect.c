/* What a view shows of one layer: norms, dead units, histograms. */
#include <string.h>

#include "elementary.h"
#include "evaluate.h"
#include "trainer.h"

/* ---------------------------------------------------------------- norms */

static double norm_of(const float *values, int32_t rows, const sl_layer *layer)
{
    double sum = 0.0;
    for (ptrdiff_t i = 0; i < (ptrdiff_t)rows * layer->ld; i++) /* the padding is zero */
        sum += (double)values[i] * (double)values[i];
    return sl_sqrt(sum);
}

void sl_trainer_norms(const sl_trainer *trainer, sl_norms *norms, int32_t layer)
{
    const sl_layer *asked = &trainer->network.layer[layer];
    const float *params = trainer->network.params, *grads = trainer->network.grads;
    *norms = (sl_norms){norm_of(params + asked->kernel, asked->inputs, asked),
                        norm_of(params + asked->bias, 1, asked),
                        norm_of(grads + asked->kernel, asked->inputs, asked),
                        norm_of(grads + asked->bias, 1, asked)};
}

/* ---------------------------------------------------------------- going through a layer */

/* A quantity of a layer as one matrix [rows][ld] after the other; sl_next_matrix moves on. */
typedef struct matrices {
    sl_trainer *trainer;
    const sl_layer *layer;
    sl_quantity quantity;
    int32_t seen; /* rows of the matrices before */
    int32_t rows;
    const float *values;
} matrices;

/* False past the last. The activations over the training samples come block by block. */
static bool next_matrix(matrices *m)
{
    sl_network *network = &m->trainer->network;
    const int32_t all = m->quantity == SL_ACTIVATIONS ? m->trainer->training : m->layer->inputs;
    m->seen += m->rows;
    if (m->seen == all) return false;
    if (m->quantity == SL_ACTIVATIONS) {
        m->rows = sl_block_from(m->seen, all);
        sl_network_infer(network, sl_trainer_inputs_from(m->trainer, m->seen), m->rows);
        m->values = m->layer->act;
    } else {
        m->rows = all;
        m->values =
            (m->quantity == SL_GRADIENTS ? network->grads : network->params) + m->layer->kernel;
    }
    return true;
}

static matrices matrices_of(sl_trainer *trainer, sl_quantity quantity, int32_t layer)
{
    return (matrices){
        .trainer = trainer, .layer = &trainer->network.layer[layer], .quantity = quantity};
}

/* ---------------------------------------------------------------- dead units */

int32_t sl_trainer_dead_units(sl_trainer *trainer, uint8_t *dead, int32_t layer)
{
    const sl_layer *asked = &trainer->network.layer[layer];
    float first[SL_MAX_UNITS];
    bool alive[SL_MAX_UNITS] = {false};
    int32_t count = 0;

    for (matrices m = matrices_of(trainer, SL_ACTIVATIONS, layer); next_matrix(&m);) {
        if (m.seen == 0) memcpy(first, m.values, (size_t)asked->units * sizeof *first);
        for (int32_t i = 0; i < m.rows; i++)
            for (int32_t j = 0; j < asked->units; j++)
                if (m.values[(ptrdiff_t)i * asked->ld + j] != first[j]) alive[j] = true;
    }
    for (int32_t j = 0; j < asked->units; j++) {
        count += !alive[j];
        if (dead) dead[j] = !alive[j];
    }
    return count;
}

/* ---------------------------------------------------------------- histograms */

static void widen(double *range, const matrices *m, int32_t units)
{
    if (m->seen == 0) range[0] = range[1] = m->values[0];
    for (int32_t i = 0; i < m->rows; i++) {
        const float *row = m->values + (ptrdiff_t)i * m->layer->ld;
        for (int32_t j = 0; j < units; j++) {
            if (row[j] < range[0]) range[0] = row[j];
            if (row[j] > range[1]) range[1] = row[j];
        }
    }
}

static int32_t bin_of(float value, const double *range, int32_t bins)
{
    const double width = range[1] - range[0], share = width > 0 ? (value - range[0]) / width : 0.0;
    return share >= 1.0 ? bins - 1 : share > 0.0 ? (int32_t)(share * bins) : 0;
}

void sl_trainer_histogram(sl_trainer *trainer, uint32_t *counts, double *range,
                          sl_quantity quantity, int32_t layer, int32_t bins)
{
    const int32_t units = trainer->network.layer[layer].units;
    for (matrices m = matrices_of(trainer, quantity, layer); next_matrix(&m);)
        widen(range, &m, units);
    memset(counts, 0, (size_t)bins * sizeof *counts);
    for (matrices m = matrices_of(trainer, quantity, layer); next_matrix(&m);)
        for (int32_t i = 0; i < m.rows; i++)
            for (int32_t j = 0; j < units; j++)
                counts[bin_of(m.values[(ptrdiff_t)i * m.layer->ld + j], range, bins)]++;
}
