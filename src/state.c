/* clang-format off */
/*
 * A trainer as bytes, and back. Numbers are little-endian, as on every machine that this runs on.
 *
 *     header     magic [8], version u32, CRC-32 of all that follows u32
 *     settings   every scalar as f64 in the table's order; layers u32, of each units, activation f64
 *     data       samples, classes u32; x f32 [samples][2]; y u8 [samples]
 *     the run    see transfer_run, which both directions share, so that they cannot disagree
 */
/* clang-format on */
#include <stdlib.h>
#include <string.h>

#include "elementary.h"
#include "settings.h"
#include "trainer.h"

static const char magic[8] = {'S', 'p', 'i', 'r', 'a', 'l', 'L', 'b'};
enum { VERSION = 1, HEADER = 16 };
enum { MOST = INT32_MAX / 2 }; /* that a counter in a file may be: training adds to it */

/* ---------------------------------------------------------------- the stream */

typedef struct stream {
    uint8_t *to;         /* writing: where to, or NULL to only count */
    const uint8_t *from; /* reading: where from; NULL when writing */
    size_t at, size;     /* reading: how much there is */
    bool broken;         /* reading: it ended too early, or a value cannot be */
} stream;

static void transfer(stream *s, void *data, size_t size)
{
    if (s->from) {
        if (s->broken || size > s->size - s->at) {
            s->broken = true;
            memset(data, 0, size);
            return;
        }
        memcpy(data, s->from + s->at, size);
    } else if (s->to) {
        memcpy(s->to + s->at, data, size);
    }
    s->at += size;
}

static void transfer_i32(stream *s, int32_t *value, int32_t low, int32_t high)
{
    transfer(s, value, sizeof *value);
    if (*value < low || *value > high) {
        s->broken = true;
        *value = low;
    }
}

static void transfer_f64(stream *s, double *value)
{
    transfer(s, value, sizeof *value);
}

static void transfer_i64(stream *s, int64_t *value, int64_t low, int64_t high)
{
    transfer(s, value, sizeof *value);
    if (*value < low || *value > high) {
        s->broken = true;
        *value = low;
    }
}

static void transfer_floats(stream *s, float *floats, size_t count)
{
    transfer(s, floats, count * sizeof *floats);
}

/* Weights as an epoch begins or ends with them: finite, or it would have been a divergence. Amid an
 * epoch they may be anything, and Adam's moments overflow before the loss does. */
static void transfer_finite(stream *s, float *floats, size_t count)
{
    transfer_floats(s, floats, count);
    for (size_t i = 0; s->from && i < count; i++)
        if (!sl_is_finite((double)floats[i])) s->broken = true;
}

static uint32_t crc32_of(const uint8_t *bytes, size_t size)
{
    uint32_t crc = 0xffffffffu;
    for (size_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

/* ---------------------------------------------------------------- the parts */

static void transfer_settings(stream *s, sl_settings *settings)
{
    double units[SL_MAX_HIDDEN_LAYERS], activations[SL_MAX_HIDDEN_LAYERS];
    int32_t layers = settings->hidden_layers;

    for (int i = 0; i < sl_setting_count(); i++) {
        double value = sl_settings_get(settings, i);
        transfer_f64(s, &value);
        if (s->from && sl_settings_set(settings, i, value)) s->broken = true;
    }
    transfer_i32(s, &layers, 0, SL_MAX_HIDDEN_LAYERS);
    for (int l = 0; l < layers; l++) {
        units[l] = (double)settings->units[l];
        activations[l] = settings->activations[l];
        transfer_f64(s, &units[l]);
        transfer_f64(s, &activations[l]);
    }
    if (s->from && sl_settings_set_layers(settings, units, activations, layers)) s->broken = true;
}

static void transfer_random(stream *s, sl_random *random)
{
    int32_t has_gauss = random->has_gauss;
    transfer(s, random->key, sizeof random->key);
    transfer_i32(s, &random->position, 0, 624);
    transfer_i32(s, &has_gauss, 0, 1);
    transfer_f64(s, &random->gauss);
    random->has_gauss = has_gauss != 0;
}

static void transfer_watch(stream *s, sl_watch *watch)
{
    transfer_f64(s, &watch->best);
    transfer_i32(s, &watch->best_epoch, 0, MOST);
    transfer_i32(s, &watch->wait, 0, MOST);
}

/* This epoch's permutation: each number below `training` once. */
static void transfer_order(stream *s, sl_trainer *trainer)
{
    const size_t size = (size_t)trainer->training * sizeof *trainer->order;
    transfer(s, trainer->order, size);
    if (!s->from) return;
    uint8_t *seen = calloc((size_t)trainer->training, 1);
    if (!seen) s->broken = true;
    for (int32_t i = 0; seen && i < trainer->training; i++) {
        int32_t sample = trainer->order[i];
        if (sample < 0 || sample >= trainer->training || seen[sample]++) {
            s->broken = true;
            break;
        }
    }
    if (s->broken) memset(trainer->order, 0, size);
    free(seen);
}

static void transfer_history(stream *s, sl_trainer *trainer)
{
    const size_t row = SL_HISTORY_COLUMNS * sizeof *trainer->history;
    transfer_i32(s, &trainer->epoch, 0, INT32_MAX / 4);
    if (s->from) {
        if ((size_t)trainer->epoch > (s->size - s->at) / row) s->broken = true;
        if (s->broken) trainer->epoch = 0;
        free(trainer->history);
        trainer->history_capacity = trainer->epoch;
        trainer->history = trainer->epoch ? malloc((size_t)trainer->epoch * row) : NULL;
        if (trainer->epoch && !trainer->history) {
            s->broken = true;
            trainer->epoch = trainer->history_capacity = 0;
        }
    }
    if (trainer->epoch) transfer(s, trainer->history, (size_t)trainer->epoch * row);
}

/* All that training changes. On the way in, the trainer has just been made of settings and data. */
static void transfer_run(stream *s, sl_trainer *trainer)
{
    float *blocks[3];
    size_t sizes[3];
    int32_t stopped = trainer->stopped;

    transfer_history(s, trainer);
    transfer_i32(s, &trainer->step, 0, sl_trainer_steps_per_epoch(trainer) - 1);
    transfer_i32(s, &trainer->total_steps, 0, MOST);
    transfer_i32(s, &trainer->diverged_step, 0, MOST);
    transfer_i32(s, &stopped, 0, 1);
    trainer->stopped = stopped != 0;
    transfer_f64(s, &trainer->loss_sum);
    transfer_f64(s, &trainer->last_loss);
    transfer_i64(s, &trainer->hits, 0, trainer->training);
    transfer_watch(s, &trainer->stopping);
    if (s->from && !trainer->settings.early_stopping) trainer->stopping = sl_watching;
    transfer_watch(s, &trainer->plateau);
    transfer_f64(s, &trainer->plateau_factor);
    transfer_f64(s, &trainer->optimizer.power_1);
    transfer_f64(s, &trainer->optimizer.power_2);
    transfer_random(s, &trainer->random);

    sl_trainer_blocks(trainer, blocks, sizes);
    (trainer->step ? transfer_floats : transfer_finite)(s, blocks[0], sizes[0]);
    for (int i = 1; i < 3; i++) transfer_floats(s, blocks[i], sizes[i]);
    if (trainer->settings.early_stopping) transfer_finite(s, trainer->best, sizes[0]);
    if (trainer->step == 0) return;

    transfer_order(s, trainer); /* the rest belongs to an epoch that has been begun */
    transfer_finite(s, trainer->saved[0], sizes[0]);
    for (int i = 1; i < 3; i++) transfer_floats(s, trainer->saved[i], sizes[i]);
    transfer_random(s, &trainer->checkpoint.random);
    transfer_f64(s, &trainer->checkpoint.power_1);
    transfer_f64(s, &trainer->checkpoint.power_2);
    transfer_i32(s, &trainer->checkpoint.total_steps, 0, MOST);
}

/* ---------------------------------------------------------------- data */

sl_status sl_trainer_dataset(const sl_trainer *trainer, sl_dataset **out)
{
    const size_t samples = (size_t)trainer->samples;
    float *x = malloc(samples * SL_INPUTS * sizeof *x);
    uint8_t *y = malloc(samples);
    sl_status status = SL_ERROR_MEMORY;
    *out = NULL;
    if (x && y) {
        for (int32_t i = 0; i < trainer->samples; i++) {
            int32_t to = trainer->place[i];
            memcpy(x + (ptrdiff_t)to * SL_INPUTS, trainer->x + (ptrdiff_t)i * SL_INPUTS,
                   SL_INPUTS * sizeof *x);
            y[to] = trainer->y[i];
        }
        status = sl_dataset_from_points(x, y, trainer->samples, trainer->classes, out);
    }
    free(x);
    free(y);
    return status;
}

static void write_data(stream *s, const sl_trainer *trainer)
{
    int32_t samples = trainer->samples, classes = trainer->classes;
    transfer_i32(s, &samples, 1, SL_MAX_SAMPLES);
    transfer_i32(s, &classes, 2, SL_MAX_CLASSES);
    const size_t x_size = (size_t)samples * SL_INPUTS * sizeof(float), y_size = (size_t)samples;
    if (s->to) {
        for (int32_t i = 0; i < samples; i++) {
            const size_t to = (size_t)trainer->place[i], pair = SL_INPUTS * sizeof(float);
            memcpy(s->to + s->at + to * pair, trainer->x + (ptrdiff_t)i * SL_INPUTS, pair);
            s->to[s->at + x_size + to] = trainer->y[i];
        }
    }
    s->at += x_size + y_size;
}

static sl_dataset *read_data(stream *s)
{
    int32_t samples = 1, classes = 2;
    sl_dataset *dataset = NULL;
    transfer_i32(s, &samples, 1, SL_MAX_SAMPLES);
    transfer_i32(s, &classes, 2, SL_MAX_CLASSES);
    const size_t count = (size_t)samples;
    float *x = malloc(count * SL_INPUTS * sizeof *x);
    uint8_t *y = malloc(count);
    if (x && y) {
        transfer(s, x, count * SL_INPUTS * sizeof *x);
        transfer(s, y, count);
        if (!s->broken) sl_dataset_from_points(x, y, samples, classes, &dataset);
    }
    free(x);
    free(y);
    return dataset;
}

/* ---------------------------------------------------------------- both ways */

/* Writing does not change the trainer, though the shared functions could. */
static size_t write_all(const sl_trainer *trainer, uint8_t *bytes)
{
    sl_trainer copy = *trainer;
    stream s = {.to = bytes, .at = HEADER};
    transfer_settings(&s, &copy.settings);
    write_data(&s, trainer);
    transfer_run(&s, &copy);
    return s.at;
}

size_t sl_trainer_saved_size(const sl_trainer *trainer)
{
    return write_all(trainer, NULL);
}

void sl_trainer_save(const sl_trainer *trainer, uint8_t *bytes)
{
    const uint32_t version = VERSION;
    size_t size = write_all(trainer, bytes);
    uint32_t crc = crc32_of(bytes + HEADER, size - HEADER);
    memcpy(bytes, magic, sizeof magic);
    memcpy(bytes + 8, &version, sizeof version);
    memcpy(bytes + 12, &crc, sizeof crc);
}

static sl_status check_header(const uint8_t *bytes, size_t size)
{
    uint32_t version, crc;
    if (size < HEADER || memcmp(bytes, magic, sizeof magic) != 0) return SL_ERROR_FILE;
    memcpy(&version, bytes + 8, sizeof version);
    memcpy(&crc, bytes + 12, sizeof crc);
    if (version != VERSION) return SL_ERROR_FILE_VERSION;
    return crc == crc32_of(bytes + HEADER, size - HEADER) ? SL_OK : SL_ERROR_FILE_DAMAGED;
}

sl_status sl_trainer_load(const uint8_t *bytes, size_t size, sl_trainer **out)
{
    *out = NULL;
    sl_status status = check_header(bytes, size);
    if (status) return status;

    sl_settings settings;
    stream s = {.from = bytes, .at = HEADER, .size = size};
    sl_settings_init(&settings);
    transfer_settings(&s, &settings);
    sl_dataset *dataset = read_data(&s);
    if (s.broken || !dataset) return SL_ERROR_FILE_DAMAGED;

    sl_trainer *trainer;
    status = sl_trainer_create(&settings, dataset, &trainer);
    sl_dataset_free(dataset);
    if (status) return status;
    transfer_run(&s, trainer);
    if (s.broken || s.at != s.size) {
        sl_trainer_free(trainer);
        return SL_ERROR_FILE_DAMAGED;
    }
    *out = trainer;
    return SL_OK;
}
