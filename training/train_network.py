#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the number model's network with PyTorch and writes its weights into a Tesseract model.

Tesseract's own trainer takes one line at a time; batches of lines learn the same network in a
tenth of the time. The network is computed here as Tesseract computes it: its contrast of a line,
its noise beyond the edges, its pooling and its recurrent layers. `--start` is a float model of the
network, made by lstmtraining; only the numbers in it are replaced. From nothing, this learns
nothing: lstmtraining has to go before.
"""
import argparse
import glob
import math
import random
import struct
import time

import numpy as np
import torch
from PIL import Image
from torch import nn

HEIGHT = 36  # pixels, kStripHeight of extract/strip.h
SPACE, NULL = 0, 2  # places in the unicharset
POOL = 3


def read_unicharset(path):
    """The characters by their places; 1 and 2 are Tesseract's own."""
    with open(path, encoding="utf-8") as lines:
        count = int(next(lines))
        names = [next(lines).split(" ")[0] for _ in range(count)]
    return {name: place for place, name in enumerate(names) if place > NULL} | {" ": SPACE}


def read_lines(pattern, places):
    """The strips and labels of pages that prongsai_lines drew."""
    lines = []
    for path in sorted(glob.glob(pattern)):
        page = np.asarray(Image.open(path).convert("L"))
        top = 0
        with open(path[:-4] + ".box", encoding="utf-8") as boxes:
            for row in boxes:
                if not row.startswith("WordStr "):
                    continue
                width = int(row.split(" ")[3]) + 4
                label = row.rstrip("\n").split("#", 1)[1]
                ids = [places[c] for c in label]
                strip = page[top : top + HEIGHT, :width].copy()
                top += HEIGHT
                # A line of fewer steps than characters cannot be learnt.
                repeats = sum(a == b for a, b in zip(ids, ids[1:]))
                if width // POOL > len(ids) + repeats + 1:
                    lines.append((strip, ids))
    return lines


def varied(strip, rng):
    """A strip as another scan might show it."""
    picture = Image.fromarray(strip)
    if rng.random() < 0.5:
        width = max(8, int(picture.width * rng.uniform(0.88, 1.14)))
        picture = picture.resize((width, HEIGHT), Image.BILINEAR)
    if rng.random() < 0.5:
        # Other margins, a shift and a slant.
        zoom = rng.uniform(0.94, 1.08)
        slant = rng.uniform(-0.08, 0.08)
        up = rng.uniform(-2, 2)
        picture = picture.transform(
            picture.size,
            Image.AFFINE,
            (1, slant, -slant * HEIGHT / 2, 0, zoom, up + (1 - zoom) * HEIGHT / 2),
            Image.BILINEAR,
            fillcolor=int(np.percentile(strip, 80)),
        )
    values = np.asarray(picture, dtype=np.float32)
    if rng.random() < 0.3:
        values = (values + np.roll(values, 1, axis=1) + np.roll(values, 1, axis=0)) / 3
    if rng.random() < 0.4:
        values = 255 * (np.clip(values, 0, 255) / 255) ** rng.uniform(0.6, 1.6)
    if rng.random() < 0.4:
        noise = np.random.default_rng(rng.getrandbits(32))
        values = values + noise.normal(0, rng.uniform(2, 20), values.shape)
    left, right = rng.randint(0, 4), rng.randint(0, 4)
    values = np.pad(values, ((0, 0), (left, right)), mode="edge")
    return np.clip(values, 0, 255).astype(np.uint8)


def contrasted(strip):
    """-1 to 1 as Tesseract has it: by the least and the largest values of the middle row."""
    row = strip[HEIGHT // 2].astype(int)
    before, here, after = row[:-2], row[1:-1], row[2:]
    low = here[((here < before) & (here <= after)) | ((here <= before) & (here < after))]
    high = here[((here > before) & (here >= after)) | ((here >= before) & (here > after))]
    black = np.percentile(low, 25) if low.size else 0.0
    white = np.percentile(high, 75) if high.size else 255.0
    half = (white - black) / 2
    if half <= 0:
        half = 1.0
    return np.clip((strip.astype(np.float32) - black) / half - 1, -1, 1)


class Network(nn.Module):
    """[1,36,0,1 Ct3,3,16 Mp3,3 Lfys48 Lfx96 Lrx96 Lfx128 O1c1]"""

    def __init__(self, classes):
        super().__init__()
        self.first = nn.Linear(9, 16)
        self.up = nn.LSTM(16, 48)
        self.forth = nn.LSTM(48, 96)
        self.back = nn.LSTM(96, 96)
        self.last = nn.LSTM(96, 128)
        self.out = nn.Linear(128, classes)
        for name, values in self.named_parameters():
            if name.endswith("bias_ih_l0"):
                size = values.shape[0] // 4
                nn.init.constant_(values[size : 2 * size], 1.0)

    def forward(self, x):  # lines, HEIGHT, width
        lines, height, width = x.shape
        framed = torch.rand(lines, height + 2, width + 2) * 2 - 1
        framed[:, 1:-1, 1:-1] = x
        around = [framed[:, j : j + height, i : i + width] for i in range(3) for j in range(3)]
        x = torch.tanh(self.first(torch.stack(around, 3)))
        x = nn.functional.max_pool2d(x.permute(0, 3, 1, 2), POOL)  # lines, 16, 12, columns
        columns = x.shape[3]
        x = x.permute(2, 0, 3, 1).reshape(HEIGHT // POOL, lines * columns, 16)
        x = self.up(x)[1][0][0].reshape(lines, columns, 48).permute(1, 0, 2)
        x = self.forth(x)[0]
        x = self.back(x.flip(0))[0].flip(0)
        return nn.functional.log_softmax(self.out(self.last(x)[0]), 2)  # columns, lines, classes


def batches(lines, size, rng, vary):
    order = list(range(len(lines)))
    if vary:
        rng.shuffle(order)
    for start in range(0, len(order), size * 40):
        chunk = []
        for place in order[start : start + size * 40]:
            strip, ids = lines[place]
            chunk.append((varied(strip, rng) if vary and rng.random() < 0.8 else strip, ids))
        chunk.sort(key=lambda line: line[0].shape[1])
        groups = []
        at = 0
        while at < len(chunk):
            end = at
            # Lines of about one width, so that little is padded.
            while end < len(chunk) and end - at < size and (
                chunk[end][0].shape[1] <= chunk[at][0].shape[1] * 1.06 + 6
            ):
                end += 1
            groups.append(chunk[at:end])
            at = end
        if vary:
            rng.shuffle(groups)
        yield from groups


def packed(group):
    width = max(strip.shape[1] for strip, _ in group)
    x = np.ones((len(group), HEIGHT, width), dtype=np.float32)
    for place, (strip, _) in enumerate(group):
        x[place, :, : strip.shape[1]] = contrasted(strip)
    ids = torch.tensor([i for _, label in group for i in label])
    lengths = torch.tensor([len(label) for _, label in group])
    return torch.from_numpy(x), ids, lengths


def decoded(best):
    out = []
    before = NULL
    for place in best:
        if place not in (before, NULL):
            out.append(place)
        before = place
    return [i for i in out if i != SPACE]


@torch.no_grad()
def share_right(network, lines):
    network.eval()
    right = 0
    for group in batches(lines, 64, random.Random(1), False):
        x, _, _ = packed(group)
        best = network(x).argmax(2).T.tolist()
        right += sum(decoded(b) == [i for i in ids if i != SPACE] for b, (_, ids) in zip(best, group))
    network.train()
    return right / len(lines)


def gates_of(lstm):
    """Tesseract's order of the gates, its weights by row: input, own output, bias."""
    parts = torch.cat(
        [lstm.weight_ih_l0, lstm.weight_hh_l0, (lstm.bias_ih_l0 + lstm.bias_hh_l0)[:, None]], 1
    )
    given, forget, cell, out = parts.chunk(4)
    return [cell, given, forget, out]


def matrices_of(network):
    yield torch.cat([network.first.weight, network.first.bias[:, None]], 1)
    for lstm in (network.up, network.forth, network.back, network.last):
        yield from gates_of(lstm)
    yield torch.cat([network.out.weight, network.out.bias[:, None]], 1)


def places_of(network, data):
    """Where a float model holds the matrices; each begins with its measures."""
    at = 0
    for matrix in matrices_of(network):
        at = data.index(struct.pack("<ii", *matrix.shape), at) + 16
        yield at, matrix
        at += 8 * matrix.numel()


def write_weights(network, model, out):
    data = bytearray(open(model, "rb").read())
    for at, matrix in places_of(network, data):
        values = matrix.detach().double().numpy().tobytes()
        data[at : at + len(values)] = values
    with open(out, "wb") as file:
        file.write(data)


@torch.no_grad()
def read_weights(network, model):
    data = open(model, "rb").read()
    matrices = [
        torch.from_numpy(
            np.frombuffer(data, "<f8", matrix.numel(), at).reshape(matrix.shape).astype(np.float32)
        )
        for at, matrix in places_of(network, data)
    ]
    for layer, matrix in ((network.first, matrices[0]), (network.out, matrices[-1])):
        layer.weight.copy_(matrix[:, :-1])
        layer.bias.copy_(matrix[:, -1])
    for place, lstm in enumerate((network.up, network.forth, network.back, network.last)):
        cell, given, forget, out = matrices[1 + 4 * place : 5 + 4 * place]
        gates = torch.cat([given, forget, cell, out])
        inputs = lstm.input_size
        lstm.weight_ih_l0.copy_(gates[:, :inputs])
        lstm.weight_hh_l0.copy_(gates[:, inputs:-1])
        lstm.bias_ih_l0.copy_(gates[:, -1])
        lstm.bias_hh_l0.zero_()


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", action="append", required=True, help="pages to learn (a pattern)")
    parser.add_argument("--check", action="append", default=[], help="pages to measure with")
    parser.add_argument("--unicharset", required=True)
    parser.add_argument("--start", required=True, help="float model to go on from")
    parser.add_argument("--out", required=True, help="the model that is made of it")
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--batch", type=int, default=48)
    return parser.parse_args()


def learn(network, lines, options, report):
    """Calls `report` with the minutes, the lines seen and the mean loss every three minutes."""
    rng = random.Random(1)
    optimiser = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=1e-4)
    loss_of = nn.CTCLoss(blank=NULL, zero_infinity=True)
    begin = time.monotonic()
    seen, mean, next_report = 0, 0.0, 1.0
    while True:
        for group in batches(lines, options.batch, rng, True):
            minutes = (time.monotonic() - begin) / 60
            if minutes > options.minutes:
                return
            fall = 0.5 + 0.5 * math.cos(math.pi * minutes / options.minutes)
            for part in optimiser.param_groups:
                part["lr"] = options.rate * min(1, seen / 6000) * fall
            x, ids, lengths = packed(group)
            scores = network(x)
            steps = torch.full((len(group),), scores.shape[0], dtype=torch.long)
            loss = loss_of(scores, ids, steps, lengths)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            seen += len(group)
            mean = loss.item() if mean == 0 else 0.99 * mean + 0.01 * loss.item()
            if minutes > next_report:
                next_report = minutes + 3
                report(minutes, seen, mean)


def main():
    options = read_options()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    places = read_unicharset(options.unicharset)
    lines = [line for pattern in options.lines for line in read_lines(pattern, places)]
    checks = [(pattern, read_lines(pattern, places)) for pattern in options.check]
    network = Network(max(places.values()) + 1)
    read_weights(network, options.start)

    def report(minutes, seen, mean):
        right = " ".join(f"{pattern} {share_right(network, check):.4f}" for pattern, check in checks)
        print(f"{minutes:.1f} min, {seen} lines, loss {mean:.4f}, right {right}", flush=True)
        write_weights(network, options.start, options.out)

    print(f"{len(lines)} lines", flush=True)
    learn(network, lines, options, report)
    report(options.minutes, 0, 0)


main()
